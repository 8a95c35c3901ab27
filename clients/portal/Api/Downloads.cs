namespace Integrationskonzept.Portal.Api;

/// <summary>
/// Files of the API for a browser, which has no token: documents, tables, tickets. Read only, of one Landkreis, as a download.
/// </summary>
static class Downloads
{
    static readonly string[] Passed = ["Content-Type", "Content-Disposition", "Content-Length", "Content-Language"];

    public static void MapDownloads(this IEndpointRouteBuilder app) =>
        app.MapGet("/{tenant}/download/{**path}", PassAsync).RequireAuthorization();

    static async Task PassAsync(string tenant, string path, HttpContext http, IHttpClientFactory clients, IConfiguration configuration)
    {
        var gateway = configuration["services:gateway:http:0"] ?? "http://gateway";
        var address = string.Join('/', path.Split('/').Where(part => part is not ("." or ".." or "")).Select(Uri.EscapeDataString));
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            $"{gateway}/api/v1/{Uri.EscapeDataString(tenant)}/{address}{http.Request.QueryString}"
        );
        using var answer = await clients
            .CreateClient(ApiSetup.Name)
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, http.RequestAborted);
        var response = http.Response;
        response.StatusCode = (int)answer.StatusCode;
        foreach (var header in answer.Content.Headers.Where(header => Passed.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
            response.Headers[header.Key] = header.Value.ToArray();
        // Whatever it is, it runs nothing in the portal's name.
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";
        if (answer.Content.Headers.ContentDisposition is null)
            response.Headers.ContentDisposition = "attachment";
        await answer.Content.CopyToAsync(response.Body, http.RequestAborted);
    }
}
