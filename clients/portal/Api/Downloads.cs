using Integrationskonzept.Client.Models;

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
        if (!answer.IsSuccessStatusCode)
            throw await RefusedAsync(answer, http.RequestAborted);
        var response = http.Response;
        foreach (var header in answer.Content.Headers.Where(header => Passed.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
            response.Headers[header.Key] = header.Value.ToArray();
        // Whatever it is, it runs nothing in the portal's name.
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";
        if (answer.Content.Headers.ContentDisposition is null)
            response.Headers.ContentDisposition = "attachment";
        await answer.Content.CopyToAsync(response.Body, http.RequestAborted);
    }

    /// <summary>The API's problem, which becomes a page.</summary>
    public static async Task<Exception> RefusedAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        var isTold = answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        if (!isTold)
            return new HttpRequestException($"The API answered {(int)answer.StatusCode}.");
        var told = await answer.Content.ReadFromJsonAsync<Microsoft.AspNetCore.Mvc.ProblemDetails>(ct);
        return new ProblemDetails
        {
            Status = (int)answer.StatusCode,
            Type = told?.Type,
            Title = told?.Title,
            Detail = told?.Detail,
        };
    }
}
