using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Contributions;

/// <summary>All that somebody has written, over the topic areas of a Landkreis, and what became of it.</summary>
static class MyContributions
{
    public static void MapMyContributions(this IEndpointRouteBuilder app) =>
        app.MapTenantApi("contributions", "Contributions")
            .MapGet("mine", ListAsync)
            .RequirePermission(Permissions.ContributionsSubmit)
            .WithName("my-contributions")
            .WithSummary("The caller's contributions and drafts with their topic areas, and what became of them, oldest first");

    static async Task<Page<MyContributionDto>> ListAsync(
        ParticipationDb db,
        [AsParameters] PageRequest page,
        Caller caller,
        HttpContext http
    )
    {
        var (ct, after) = (http.RequestAborted, page.After ?? Guid.Empty);
        // A page of each, and the first of both together: they share one order, as ids are made in one.
        var made = await db
            .Contributions.AsNoTracking()
            .Where(row => row.Author == caller.Id && row.Id > after)
            .OrderBy(row => row.Id)
            .Take(page.Rows())
            .ToListAsync(ct);
        var drafts = await db
            .Drafts.AsNoTracking()
            .Where(row => row.Author == caller.Id && row.Id > after)
            .OrderBy(row => row.Id)
            .Take(page.Rows())
            .ToListAsync(ct);
        var areas = made.Select(row => row.TopicAreaId).Union(drafts.Select(row => row.TopicAreaId)).ToList();
        var areaOf = await db.TopicAreas.AsNoTracking().Where(row => areas.Contains(row.Id)).ToDictionaryAsync(row => row.Id, ct);
        var others = made.Select(row => row.MergedInto).OfType<Guid>().ToList();
        var staying = await db.Contributions.AsNoTracking().Where(row => others.Contains(row.Id)).ToDictionaryAsync(row => row.Id, ct);
        var notes = await db.NotesAsync([.. made.Where(row => !row.IsForAll).Select(row => row.Id)], caller.Id, ct);
        var rows = made.Select(row =>
                MyContributionDto.From(
                    row,
                    row.MergedInto is { } other ? staying[other] : row,
                    areaOf[row.TopicAreaId],
                    notes.GetValueOrDefault(row.Id)
                )
            )
            .Concat(drafts.Select(row => MyContributionDto.From(row, areaOf[row.TopicAreaId].Title)))
            .OrderBy(row => row.Id)
            .Take(page.Rows())
            .ToList();
        return page.ToPage(rows, row => row.Id, http, row => row);
    }
}
