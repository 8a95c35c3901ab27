using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Sections;

/// <summary>Sections come, go and find their place.</summary>
static class TreeEndpoints
{
    const int Most = 500;

    public static void MapSectionTree(this IEndpointRouteBuilder app)
    {
        var sections = app.MapTenantApi("concepts/{conceptId:guid}/sections", "Sections").RequirePermission(Permissions.ConceptWrite);

        sections.MapPost("", AddAsync).WithName("add-section").WithSummary("Adds an empty section; its key comes from the title and stays");

        sections
            .MapPost("{key}/move", MoveAsync)
            .WithName("move-section")
            .WithSummary("Moves a section, with all within it, to another place");

        sections
            .MapDelete("{key}", DeleteAsync)
            .WithName("delete-section")
            .WithSummary(
                "Deletes a section with its revisions; not one that has sections, is referred to, or is filled with results or data"
            );
    }

    static Task<Created<SectionDto>> AddAsync(
        Guid conceptId,
        AddSection add,
        DraftingDb db,
        Caller caller,
        TenantClock clock,
        CancellationToken ct
    ) =>
        db.WhileDraftingAsync(
            conceptId,
            async _ =>
            {
                var outline = await Outline.OfAsync(db, conceptId, ct);
                if (outline.Places.Count >= Most)
                    throw new TooManySections(Most);
                var (parent, at) = PlaceIn(outline, add.ParentKey, add.After, isLast: add.After is null);
                if ((parent?.Level ?? 0) + 1 > Outline.Deepest)
                    throw new SectionTooDeep();
                var section = new Section
                {
                    ConceptId = conceptId,
                    Key = SectionKeys.Of(add.Title, outline.Places.Select(place => place.Section.Key).ToHashSet()),
                    Title = add.Title,
                    ParentId = parent?.Section.Id,
                    Order = at,
                    Markdown = "",
                };
                await MakeRoomAsync(db, section, ct);
                db.Sections.Add(section);
                db.Revisions.Add(section.Begin(caller.Id, clock.GetUtcNow()));
                await db.SaveChangesAsync(ct);
                return TypedResults.Created(
                    $"/api/v1/{clock.Slug}/concepts/{conceptId}/sections/{section.Key}",
                    await db.ToDtoAsync(section, ct)
                );
            },
            ct
        );

    static Task<Ok<SectionDto>> MoveAsync(
        Guid conceptId,
        string key,
        MoveSection move,
        IfMatch match,
        DraftingDb db,
        CancellationToken ct
    ) =>
        db.WhileDraftingAsync(
            conceptId,
            async _ =>
            {
                var section = await db.HoldSectionAsync(conceptId, key, ct);
                match.Require(section);
                var outline = await Outline.OfAsync(db, conceptId, ct);
                var (parent, at) = PlaceIn(outline, move.ParentKey, move.After, isLast: false);
                if (parent is not null && outline.IsWithin(parent.Section.Id, section.Id))
                    throw new SectionInItself();
                if ((parent?.Level ?? 0) + outline.HeightOf(section.Id) > Outline.Deepest)
                    throw new SectionTooDeep();
                if (move.After == key)
                    throw new PlaceUnknown("after", key);
                (section.ParentId, section.Order) = (parent?.Section.Id, at);
                await MakeRoomAsync(db, section, ct);
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(await db.ToDtoAsync(section, ct));
            },
            ct
        );

    static Task<NoContent> DeleteAsync(Guid conceptId, string key, IfMatch match, DraftingDb db, CancellationToken ct) =>
        db.WhileDraftingAsync(
            conceptId,
            async _ =>
            {
                var section = await db.HoldSectionAsync(conceptId, key, ct);
                match.Require(section);
                if (section.TopicAreaKey is not null || Skeleton.IsFilled(key))
                    throw new SectionIsFilled();
                if (await db.Sections.AnyAsync(row => row.ParentId == section.Id, ct))
                    throw new SectionHasSections();
                await SectionReferences.RequireNoneToAsync(db, section, ct);
                db.Sections.Remove(section);
                await db.Revisions.Where(row => row.SectionId == section.Id).ExecuteDeleteAsync(ct);
                await db.SaveChangesAsync(ct);
                return TypedResults.NoContent();
            },
            ct
        );

    /// <summary>The parent, and the place among its sections that those behind it leave.</summary>
    static (Place? Parent, int At) PlaceIn(Outline outline, string? parentKey, string? after, bool isLast)
    {
        var parent = parentKey is null ? null : outline.Find(parentKey) ?? throw new PlaceUnknown("parentKey", parentKey);
        var siblings = outline.ChildrenOf(parent?.Section.Id);
        if (isLast)
            return (parent, siblings.Count == 0 ? 1 : siblings[^1].Order + 1);
        if (after is null)
            return (parent, siblings.Count == 0 ? 1 : siblings[0].Order);
        var before = siblings.FirstOrDefault(row => row.Key == after) ?? throw new PlaceUnknown("after", after);
        return (parent, before.Order + 1);
    }

    /// <summary>Those behind it move on; they are the same sections, so their versions stay.</summary>
    static Task<int> MakeRoomAsync(DraftingDb db, Section section, CancellationToken ct) =>
        db
            .Sections.Where(row =>
                row.ConceptId == section.ConceptId && row.ParentId == section.ParentId && row.Order >= section.Order && row.Id != section.Id
            )
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Order, row => row.Order + 1), ct);
}

/// <param name="Title">Heading.</param>
/// <param name="ParentKey">The section that it stands in; none for a chapter.</param>
/// <param name="After">The section of the same parent behind which it stands; none for the last place.</param>
public sealed record AddSection(
    [Required, MaxLength(200)] string Title,
    [MaxLength(200)] string? ParentKey = null,
    [MaxLength(200)] string? After = null
);

/// <param name="ParentKey">The section that it stands in from now on; none for a chapter.</param>
/// <param name="After">The section of the same parent behind which it stands; none for the first place.</param>
public sealed record MoveSection([MaxLength(200)] string? ParentKey = null, [MaxLength(200)] string? After = null);
