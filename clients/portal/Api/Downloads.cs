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

    static Task PassAsync(string tenant, string path, HttpContext http, IHttpClientFactory clients, IConfiguration configuration)
    {
        var parts = string.Join('/', path.Split('/').Where(part => part is not ("." or ".." or "")).Select(Uri.EscapeDataString));
        var address = Address(configuration, $"{Uri.EscapeDataString(tenant)}/{parts}{http.Request.QueryString}");
        return PassOnAsync(new(HttpMethod.Get, address), http, clients);
    }

    /// <param name="configuration">Where the gateway is.</param>
    /// <param name="path">Below the API, escaped.</param>
    public static Uri Address(IConfiguration configuration, string path) =>
        new($"{configuration["services:gateway:http:0"] ?? "http://gateway"}/api/v1/{path}");

    /// <summary>What the API answers, as a file.</summary>
    public static async Task PassOnAsync(HttpRequestMessage asked, HttpContext http, IHttpClientFactory clients)
    {
        using var request = asked;
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
