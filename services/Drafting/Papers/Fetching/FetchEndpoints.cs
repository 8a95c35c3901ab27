using System.ComponentModel.DataAnnotations;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Drafting.Papers.Fetching;

static class FetchEndpoints
{
    public static void AddPaperFetching(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<PaperFetching>().Configure<PaperOptions>(builder.Configuration.GetSection("Papers"));

    public static void MapPaperFetching(this IEndpointRouteBuilder app) =>
        app.MapTenantApi("papers", "Papers")
            .MapPost(
                "import-from",
                async (ImportFrom import, PaperFetching fetching, PaperStoring storing, CancellationToken ct) =>
                    await storing.StoreAsync(await fetching.TextAsync(import.Url, ct), ct)
            )
            .RequirePermission(Permissions.PapersWrite)
            .WithName("import-paper-from")
            .WithSummary(
                "The same from a council system that the operators allow: an OParl 1.1 Paper with its main file, or the file itself"
            )
            .ProducesProblem(413)
            .ProducesProblem(502);
}

/// <param name="Url">Where the paper is: an OParl object, or a file as <c>import-file</c> takes it.</param>
public sealed record ImportFrom([Required] Uri Url);

/// <summary>Not one of the council systems that the operators named.</summary>
public sealed class PaperSourceNotAllowed()
    : UnprocessableProblem(
        "paper-source-not-allowed",
        new(
            "Von dieser Adresse wird nichts geholt. Bitten Sie die Betriebsstelle, Ihr Ratsinformationssystem freizugeben, oder laden Sie "
                + "die Datei hoch.",
            "Nothing is fetched from this address. Ask the operators to allow your council system, or upload the file."
        )
    );

/// <summary>502: the council system did not answer as it should.</summary>
public sealed class PaperSourceUnavailable(string? status)
    : Problem(
        StatusCodes.Status502BadGateway,
        "paper-source-unavailable",
        new("Nicht geholt", "Not fetched"),
        new(
            $"Das Ratsinformationssystem hat die Vorlage nicht geliefert{(status is null ? "" : $" (Antwort {status})")}. Prüfen Sie die "
                + "Adresse, versuchen Sie es später noch einmal, oder laden Sie die Datei hoch.",
            $"The council system did not deliver the paper{(status is null ? "" : $" (it answered {status})")}. Check the address, "
                + "try again later, or upload the file."
        )
    );
