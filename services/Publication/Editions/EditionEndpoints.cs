using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Publication.Editions;

/// <summary>Editions as data. They are public: no token is needed.</summary>
static class EditionEndpoints
{
    public static void MapEditions(this IEndpointRouteBuilder app)
    {
        var editions = app.MapTenantApi("editions", "Editions").AllowAnonymous();

        editions
            .MapGet(
                "",
                async (PublicationDb db, TenantContext tenant, [AsParameters] PageRequest page, HttpContext http) =>
                    await db.Editions.AsNoTracking().ToPageAsync(page, http, row => EditionSummary.From(row, tenant.Required))
            )
            .WithName("list-editions")
            .WithSummary("All editions, oldest first");

        editions
            .MapGet(
                "{number:int}",
                async (int number, PublicationDb db, TenantContext tenant, CancellationToken ct) =>
                {
                    var edition = await db.FindEditionAsync(number, ct);
                    return TypedResults.Ok(new EditionDto(1, EditionSummary.From(edition, tenant.Required), edition.Content));
                }
            )
            .WithName("get-edition")
            .WithSummary("One edition, whole");

        editions
            .MapGet("{number:int}/measures/{measure}/trace", TraceAsync)
            .WithName("trace-published-measure")
            .WithSummary("From a published measure back to its contributions, the decisions and the mandate");
    }

    static async Task<Ok<PublishedTrace>> TraceAsync(
        int number,
        string measure,
        PublicationDb db,
        TenantContext tenant,
        CancellationToken ct
    )
    {
        var content = (await db.FindEditionAsync(number, ct)).Content;
        var found = content.Measures.SingleOrDefault(row => row.Number == measure) ?? throw new NotFoundProblem();
        return TypedResults.Ok(
            new PublishedTrace(
                found.Number,
                found.Measure,
                found.Contributions,
                found.SectionKey,
                content.PaperReference,
                content.AdoptedOn,
                content.MandateReference,
                $"{Edition.PathOf(tenant.Required, number)}#massnahme-{found.Number.Replace('.', '-')}"
            )
        );
    }
}

/// <summary>An edition in a list.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Title">Title.</param>
/// <param name="AdoptedOn">Day of the decision.</param>
/// <param name="SealedAt">When it was sealed.</param>
/// <param name="ContentHash">SHA-256 of what <c>{path}/inhalt.json</c> answers.</param>
/// <param name="Path">Permanent path.</param>
public sealed record EditionSummary(int Number, string Title, DateOnly AdoptedOn, DateTimeOffset SealedAt, string ContentHash, string Path)
{
    internal static EditionSummary From(Edition row, string tenant)
    {
        var content = row.Content;
        return new(row.Number, content.Title, content.AdoptedOn, row.SealedAt, row.ContentHash, Edition.PathOf(tenant, row.Number));
    }
}

/// <param name="Version">Always 1: an edition never changes.</param>
/// <param name="Edition">What it is.</param>
/// <param name="Content">What it says.</param>
public sealed record EditionDto(int Version, EditionSummary Edition, SealedContent Content) : IVersioned;

/// <param name="Number">Number as printed.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Contributions">The contributions that it came of.</param>
/// <param name="TopicAreaKey">The topic area in which they were made.</param>
/// <param name="AdoptionReference">The paper by which it was adopted.</param>
/// <param name="AdoptedOn">When.</param>
/// <param name="MandateReference">The paper that ordered the concept.</param>
/// <param name="Path">Where people read it.</param>
public sealed record PublishedTrace(
    string Number,
    MeasureProposal Measure,
    IReadOnlyList<ContributionSource> Contributions,
    string TopicAreaKey,
    string AdoptionReference,
    DateOnly AdoptedOn,
    string MandateReference,
    string Path
);

/// <summary>No edition of that number.</summary>
public sealed class EditionUnknown(int number)
    : NotFoundProblem("edition-unknown", new($"Eine Ausgabe {number} gibt es noch nicht.", $"There is no edition {number} yet."));
