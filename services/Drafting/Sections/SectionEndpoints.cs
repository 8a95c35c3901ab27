using System.ComponentModel.DataAnnotations;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Sections;

static class SectionEndpoints
{
    public static void MapSections(this IEndpointRouteBuilder app)
    {
        var sections = app.MapTenantApi("concepts/{conceptId:guid}/sections", "Sections");

        sections
            .MapGet(
                "",
                async (Guid conceptId, DraftingDb db, CancellationToken ct) =>
                {
                    await db.Concepts.GetAsync(conceptId, ct);
                    var rows = await db
                        .Sections.AsNoTracking()
                        .Where(row => row.ConceptId == conceptId)
                        .OrderBy(row => row.Order)
                        .ToListAsync(ct);
                    return TypedResults.Ok(rows.Select(SectionDto.From).ToList());
                }
            )
            .RequirePermission(Permissions.ConceptRead)
            .WithName("list-sections")
            .WithSummary("All chapters in reading order");

        sections
            .MapGet(
                "{key}",
                async (Guid conceptId, string key, DraftingDb db, CancellationToken ct) =>
                    TypedResults.Ok(SectionDto.From(await FindAsync(db, conceptId, key, ct)))
            )
            .RequirePermission(Permissions.ConceptRead)
            .WithName("get-section")
            .WithSummary("One chapter");

        sections
            .MapPut("{key}", EditAsync)
            .RequirePermission(Permissions.ConceptWrite)
            .WithName("edit-section")
            .WithSummary("Replaces a chapter's text; the old one stays as a revision");

        sections
            .MapGet(
                "{key}/revisions",
                async (Guid conceptId, string key, DraftingDb db, CancellationToken ct, int before = int.MaxValue) =>
                {
                    var section = await FindAsync(db, conceptId, key, ct);
                    var rows = await db
                        .Revisions.AsNoTracking()
                        .Where(row => row.SectionId == section.Id && row.Number < before)
                        .OrderByDescending(row => row.Number)
                        .Take(50)
                        .ToListAsync(ct);
                    return TypedResults.Ok(rows.Select(row => new RevisionDto(row.Number, row.Title, row.Markdown, row.At)).ToList());
                }
            )
            .RequirePermission(Permissions.ConceptRead)
            .WithName("list-revisions")
            .WithSummary("The last 50 texts that a chapter had, newest first; `before` takes a number to read on");
    }

    static async Task<Ok<SectionDto>> EditAsync(
        Guid conceptId,
        string key,
        EditSection edit,
        IfMatch match,
        DraftingDb db,
        Caller caller,
        TimeProvider time,
        CancellationToken ct
    )
    {
        (await db.Concepts.AsNoTracking().GetAsync(conceptId, ct)).RequireDrafting();
        var section = await FindAsync(db, conceptId, key, ct);
        match.Require(section);
        db.Revisions.Add(section.Edit(edit.Title, edit.Markdown, caller.Id, time.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(SectionDto.From(section));
    }

    static async Task<Section> FindAsync(DraftingDb db, Guid conceptId, string key, CancellationToken ct) =>
        await db.Sections.SingleOrDefaultAsync(row => row.ConceptId == conceptId && row.Key == key, ct) ?? throw new NotFoundProblem();
}

/// <param name="Title">Heading, up to 200 characters.</param>
/// <param name="Markdown">Text, CommonMark, up to 200,000 characters.</param>
public sealed record EditSection([Required, MaxLength(200)] string Title, [MaxLength(200_000)] string Markdown);

/// <summary>A chapter of the concept.</summary>
public sealed record SectionDto : IVersioned
{
    /// <summary>Key within the concept.</summary>
    public required string Key { get; init; }

    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>Heading.</summary>
    public required string Title { get; init; }

    /// <summary>Topic area, for a chapter of one.</summary>
    public string? TopicAreaKey { get; init; }

    /// <summary>Text, CommonMark.</summary>
    public required string Markdown { get; init; }

    /// <summary>Number of the last revision; 0 before the first.</summary>
    public required int Revision { get; init; }

    /// <summary>True once the results of its topic area are in.</summary>
    public required bool Concluded { get; init; }

    internal static SectionDto From(Section section) =>
        new()
        {
            Key = section.Key,
            Version = section.Version,
            Title = section.Title,
            TopicAreaKey = section.TopicAreaKey,
            Markdown = section.Markdown,
            Revision = section.Revision,
            Concluded = section.ConcludedVersion > 0,
        };
}

/// <param name="Number">From 1.</param>
/// <param name="Title">Heading.</param>
/// <param name="Markdown">Text.</param>
/// <param name="At">When it was written.</param>
public sealed record RevisionDto(int Number, string Title, string Markdown, DateTimeOffset At);
