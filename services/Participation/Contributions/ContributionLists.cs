using System.ComponentModel.DataAnnotations;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Contributions;

static class ContributionLists
{
    const int MostSimilar = 5;

    public static async Task<Page<ContributionDto>> ListAsync(
        Guid topicAreaId,
        ParticipationDb db,
        [AsParameters] ContributionsWanted wanted,
        [AsParameters] PageRequest page,
        Caller caller,
        HttpContext http
    )
    {
        var ct = http.RequestAborted;
        var area = await db.TopicAreas.AsNoTracking().GetAsync(topicAreaId, ct);
        var sort = wanted.Sort?.Value ?? ContributionSort.Oldest;
        if (sort == ContributionSort.Points && area.PrioritisationClosedAt is null)
            throw new PointsNotShown();
        var found = wanted.Filter(db.Standing(topicAreaId).AsNoTracking(), caller.Id);
        if (!string.IsNullOrWhiteSpace(wanted.Q))
        {
            var ids = await db.WithWordsAsync(topicAreaId, wanted.Q, ct);
            if (wanted.IsOnlyWords)
                ids = ids.From(sort, page.After, page.Rows());
            found = found.Where(row => ids.Contains(row.Id));
        }
        var rows = await found.From(sort, page.After).Take(page.Rows()).ToListAsync(ct);
        var shown = page.ToPage(rows, row => row.Cursor(sort), http, row => row);
        return new(await db.ToDtosAsync(shown.Items, caller, ct), shown.Next);
    }

    /// <summary>Those that have at least half of the words, those with most of them first.</summary>
    public static async Task<IReadOnlyList<ContributionDto>> SimilarAsync(
        Guid topicAreaId,
        ParticipationDb db,
        Caller caller,
        CancellationToken ct,
        [MaxLength(Limits.Text)] string? text = null
    )
    {
        await db.TopicAreas.AsNoTracking().GetAsync(topicAreaId, ct);
        var ids = await db.WithHalfOfTheWordsAsync(topicAreaId, text ?? "", MostSimilar, ct);
        var rows = await db.Standing(topicAreaId).AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(ct);
        return await db.ToDtosAsync([.. rows.OrderBy(row => ids.IndexOf(row.Id))], caller, ct);
    }
}
