using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Sections.Texts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Persons;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Sections;

/// <summary>What a section once said, and what became of it.</summary>
static class RevisionEndpoints
{
    const int Shown = 50;

    public static void MapRevisions(this IEndpointRouteBuilder app)
    {
        var section = app.MapTenantApi("concepts/{conceptId:guid}/sections/{key}", "Sections");

        section
            .MapGet("revisions", ListAsync)
            .RequirePermission(Permissions.ConceptRead)
            .WithName("list-revisions")
            .WithSummary("The last 50 revisions of a section without their texts, newest first; `before` takes a number to read on");

        section
            .MapGet(
                "revisions/{revision:int}",
                async (Guid conceptId, string key, int revision, DraftingDb db, Caller caller, CancellationToken ct) =>
                {
                    var owner = await db.FindSectionAsync(conceptId, key, ct);
                    var row =
                        await db
                            .Revisions.AsNoTracking()
                            .SingleOrDefaultAsync(row => row.SectionId == owner.Id && row.Number == revision, ct)
                        ?? throw new NotFoundProblem();
                    return TypedResults.Ok(new RevisionTextDto(RevisionDto.From(row, caller), row.Markdown));
                }
            )
            .RequirePermission(Permissions.ConceptRead)
            .WithName("get-revision")
            .WithSummary("One revision with its text");

        section
            .MapGet("compare", CompareAsync)
            .RequirePermission(Permissions.ConceptRead)
            .WithName("compare-revisions")
            .WithSummary("What differs between two revisions: blocks, and words within them");

        section
            .MapPost("restore", RestoreAsync)
            .RequirePermission(Permissions.ConceptWrite)
            .WithName("restore-revision")
            .WithSummary("Gives a section the title and text of an older revision, as a new one");
    }

    static async Task<Ok<List<RevisionDto>>> ListAsync(
        Guid conceptId,
        string key,
        DraftingDb db,
        Caller caller,
        CancellationToken ct,
        int before = int.MaxValue
    )
    {
        var section = await db.FindSectionAsync(conceptId, key, ct);
        var rows = await db
            .Revisions.AsNoTracking()
            .Where(row => row.SectionId == section.Id && row.Number < before && (row.Number > 0 || row.Markdown != ""))
            .OrderByDescending(row => row.Number)
            .Take(Shown)
            .Select(row => new Revision
            {
                SectionId = row.SectionId,
                Number = row.Number,
                Title = row.Title,
                Markdown = "",
                Editor = row.Editor,
                At = row.At,
                Reason = row.Reason,
                MergedWith = row.MergedWith,
                RestoredFrom = row.RestoredFrom,
            })
            .ToListAsync(ct);
        return TypedResults.Ok(rows.Select(row => RevisionDto.From(row, caller)).ToList());
    }

    static async Task<Ok<RevisionComparison>> CompareAsync(
        Guid conceptId,
        string key,
        [Range(0, int.MaxValue)] int? from,
        [Range(0, int.MaxValue)] int? to,
        DraftingDb db,
        CancellationToken ct
    )
    {
        var section = await db.FindSectionAsync(conceptId, key, ct);
        var (first, last) = (from ?? 0, to ?? section.Revision);
        var (old, now) = (await db.FindRevisionAsync(section, first, ct), await db.FindRevisionAsync(section, last, ct));
        return TypedResults.Ok(
            new RevisionComparison(
                first,
                last,
                TextComparison.Words(old.Title, now.Title),
                TextComparison.Compare(old.Markdown, now.Markdown)
            )
        );
    }

    static Task<Ok<SectionDto>> RestoreAsync(
        Guid conceptId,
        string key,
        RestoreRevision restore,
        IfMatch match,
        DraftingDb db,
        Caller caller,
        TimeProvider time,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                await db.HoldAsync(conceptId, ct);
                var section = await db.HoldSectionAsync(conceptId, key, ct);
                match.Require(section);
                var old = await db.FindRevisionAsync(section, restore.Revision, ct);
                // What it refers to may be gone.
                var markdown = await SectionReferences.FixAsync(db, conceptId, old.Markdown, ct);
                var revision = section.Edit(old.Title, markdown, caller.Id, time.GetUtcNow(), Words.OrNull(restore.Reason));
                revision.RestoredFrom = restore.Revision;
                db.Revisions.Add(revision);
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(await db.ToDtoAsync(section, ct));
            },
            ct
        );

    /// <summary>Of sections that are older than revision 0, that one is empty.</summary>
    public static async Task<SectionText> FindRevisionAsync(this DraftingDb db, Section section, int number, CancellationToken ct) =>
        await db
            .Revisions.AsNoTracking()
            .Where(row => row.SectionId == section.Id && row.Number == number)
            .Select(row => new SectionText(row.Title, row.Markdown))
            .SingleOrDefaultAsync(ct)
        ?? (number == 0 ? new(section.Title, section.Revision == 0 ? section.Markdown : "") : throw new RevisionUnknown(number));
}

/// <param name="Revision">Number of the revision; 0 is how the section began.</param>
/// <param name="Reason">Why it is restored.</param>
public sealed record RestoreRevision([Range(0, int.MaxValue)] int Revision, [MaxLength(500)] string? Reason = null);

/// <summary>Where a revision comes from.</summary>
public enum RevisionOrigin
{
    /// <summary>Somebody wrote it.</summary>
    Person,

    /// <summary>The results of a topic area came in.</summary>
    Participation,

    /// <summary>The concept began with it.</summary>
    Mandate,
}

/// <param name="Number">From 1; 0 is how the section began.</param>
/// <param name="Title">Heading.</param>
/// <param name="At">When it was saved.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="ByMe">The caller wrote it.</param>
/// <param name="AuthorId">The account that wrote it, for those who manage the members; absent once it is erased.</param>
/// <param name="Reason">Why, in the author's words.</param>
/// <param name="MergedWith">The revision that somebody else had saved meanwhile, and that is in this one, too.</param>
/// <param name="RestoredFrom">The older revision whose text it has again.</param>
public sealed record RevisionDto(
    int Number,
    string Title,
    DateTimeOffset At,
    RevisionOrigin Origin,
    bool ByMe,
    string? AuthorId = null,
    string? Reason = null,
    int? MergedWith = null,
    int? RestoredFrom = null
)
{
    internal static RevisionDto From(Revision row, Caller caller)
    {
        var origin = row.Editor switch
        {
            Revision.OfParticipation => RevisionOrigin.Participation,
            Revision.OfMandate => RevisionOrigin.Mandate,
            _ => RevisionOrigin.Person,
        };
        var isTold = origin == RevisionOrigin.Person && row.Editor != Person.Gone && caller.Has(Permissions.MembersManage);
        return new(
            row.Number,
            row.Title,
            row.At,
            origin,
            row.Editor == caller.Id,
            isTold ? row.Editor : null,
            row.Reason,
            row.MergedWith,
            row.RestoredFrom
        );
    }
}

/// <param name="Revision">What it is.</param>
/// <param name="Markdown">What it says.</param>
public sealed record RevisionTextDto(RevisionDto Revision, string Markdown);

/// <param name="From">The older one, or whichever was named first.</param>
/// <param name="To">The other.</param>
/// <param name="Title">Words of the heading.</param>
/// <param name="Blocks">The text, block by block.</param>
public sealed record RevisionComparison(int From, int To, IReadOnlyList<ComparedPart> Title, IReadOnlyList<ComparedBlock> Blocks);

/// <summary>No revision of that number.</summary>
public sealed class RevisionUnknown(int number)
    : UnprocessableProblem(
        "revision-unknown",
        new($"Eine Fassung {number} hat dieser Abschnitt nicht.", $"This section has no revision {number}.")
    );
