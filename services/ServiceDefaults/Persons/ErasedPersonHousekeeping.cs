using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integrationskonzept.ServiceDefaults.Persons;

/// <summary>Forgets that somebody was forgotten, when no token and no message of theirs can be under way any more.</summary>
sealed class ErasedPersonHousekeeping(WorkTools tools) : Housekeeping(tools, TimeSpan.FromHours(1))
{
    /// <summary>Much longer than an access token lives (10 minutes), and than the inbox knows messages (7 days).</summary>
    internal static readonly TimeSpan Keep = TimeSpan.FromDays(30);

    protected override async Task RunAsync(CancellationToken ct)
    {
        await ForgetOfEachTenantAsync(services => ForgetAsync(services, ct), ct);
        await using var scope = NewScope(TenantContext.OfNoLandkreis);
        await ForgetAsync(TenantContext.OfNoLandkreis, () => ForgetAsync(scope.ServiceProvider, ct));
    }

    Task<int> ForgetAsync(IServiceProvider services, CancellationToken ct)
    {
        var before = Now - Keep;
        return services.GetRequiredService<ServiceDb>().Set<ErasedPerson>().Where(row => row.ErasedAt < before).ExecuteDeleteAsync(ct);
    }
}
