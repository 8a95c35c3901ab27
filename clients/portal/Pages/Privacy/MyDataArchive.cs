using System.IO.Compression;
using Integrationskonzept.Portal.Api;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Portal.Pages.Privacy;

/// <summary>What all Landkreise of a person store of them, as one file. Whole, or not at all.</summary>
static class MyDataArchive
{
    public static void MapMyDataArchive(this IEndpointRouteBuilder app) => app.MapGet("/my-data.zip", WriteAsync).RequireAuthorization();

    static async Task<IResult> WriteAsync(
        Me me,
        HttpContext http,
        IHttpClientFactory clients,
        IConfiguration configuration,
        CancellationToken ct
    )
    {
        var gateway = configuration["services:gateway:http:0"] ?? "http://gateway";
        var client = clients.CreateClient(ApiSetup.Name);
        var file = new FileStream(
            Path.GetTempFileName(),
            FileMode.Create,
            FileAccess.ReadWrite,
            FileShare.None,
            4096,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous
        );
        try
        {
            await using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
                foreach (var own in (await me.AskAsync()).Memberships!)
                {
                    using var answer = await client.GetAsync(
                        $"{gateway}/api/v1/{Uri.EscapeDataString(own.Tenant!)}/my-data",
                        HttpCompletionOption.ResponseHeadersRead,
                        ct
                    );
                    if (!answer.IsSuccessStatusCode)
                        throw await Downloads.RefusedAsync(answer, ct);
                    await using var entry = archive.CreateEntry($"{own.Tenant}.json").Open();
                    await answer.Content.CopyToAsync(entry, ct);
                }
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
        file.Position = 0;
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(file, "application/zip", $"{new Text("meine-daten", "my-data")}.zip");
    }
}
