using System.Globalization;

namespace Integrationskonzept.Gateway.Privacy;

/// <summary>Asks all services at once the same, as the caller and in the caller's language.</summary>
sealed class AskedServices(IHttpClientFactory clients, IConfiguration configuration)
{
    /// <summary>Answers with their headers read, in the services' order; null where a service did not answer.</summary>
    public async Task<IReadOnlyList<(string Service, HttpResponseMessage? Answer)>> AskAsync(
        string resource,
        string tenant,
        string? token,
        CancellationToken ct
    ) =>
        await Task.WhenAll(
            Routes.Services.Order(StringComparer.Ordinal).Select(service => AskOneAsync(service, resource, tenant, token, ct))
        );

    async Task<(string Service, HttpResponseMessage? Answer)> AskOneAsync(
        string service,
        string resource,
        string tenant,
        string? token,
        CancellationToken ct
    )
    {
        var address = $"{Routes.AddressOf(service, configuration)}/api/v1/{Uri.EscapeDataString(tenant)}/{resource}/{service}";
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", token);
        request.Headers.AcceptLanguage.ParseAdd(CultureInfo.CurrentUICulture.Name);
        try
        {
            return (
                service,
                await clients.CreateClient(nameof(AskedServices)).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct)
            );
        }
        catch (Exception failure)
            when (failure is HttpRequestException || (failure is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return (service, null);
        }
    }
}
