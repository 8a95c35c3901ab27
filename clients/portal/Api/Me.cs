using Integrationskonzept.Client;
using Integrationskonzept.Client.Models;
using Microsoft.Kiota.Abstractions;

namespace Integrationskonzept.Portal.Api;

/// <summary>Who is signed in, asked once for each request: what was taken away is gone with the next page.</summary>
sealed class Me(ApiClient api)
{
    Task<MeDto?>? asked;

    public async Task<MeDto> AskAsync() => (await (asked ??= api.Api.V1.Me.GetAsync()))!;

    /// <summary>For the frame of pages that say that something is wrong: null where the API does not say who it is.</summary>
    public async Task<MeDto?> FindAsync()
    {
        try
        {
            return await AskAsync();
        }
        catch (Exception failure) when (failure is ApiException or HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }

    /// <summary>The membership in a Landkreis, or null.</summary>
    public async Task<MembershipDto?> InAsync(string tenant) =>
        (await AskAsync()).Memberships!.SingleOrDefault(own => own.Tenant == tenant);
}
