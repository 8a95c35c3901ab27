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
            found = await db.WithWordsAsync(found, topicAreaId, wanted.Q, ct);
        var rows = await found.From(sort, page.After).Take(page.Rows()).ToListAsync(ct);
        var shown = page.ToPage(rows, row => row.Cursor(sort), http, row => row);
        return new(await db.ToDtosAsync(shown.Items, caller, ct), shown.Next);
    }

    /// <summary>All words, each in one of the forms that may be meant.</summary>
    static async Task<IQueryable<Contribution>> WithWordsAsync(
        this ParticipationDb db,
        IQueryable<Contribution> rows,
        Guid topicAreaId,
        string asked,
        CancellationToken ct
    )
    {
        var meant = await db.MeantAsync(topicAreaId, asked, ct);
        if (meant.Count == 0)
            return rows.Where(row => false); // nothing but words that say nothing
        foreach (var words in meant.Select(token => token.ToArray()))
            rows = rows.Where(row =>
                db.ContributionWords.Any(word =>
                    word.TopicAreaId == topicAreaId && word.ContributionId == row.Id && words.Contains(word.Word)
                )
            );
        return rows;
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
        var meant = await db.MeantAsync(topicAreaId, text ?? "", ct);
        var pairs = meant.SelectMany(token => token.Select(word => (token.Key, Word: word))).ToList();
        string[] tokens = [.. pairs.Select(pair => pair.Key)];
        string[] words = [.. pairs.Select(pair => pair.Word)];
        var ids = await db
            .Database.SqlQuery<Guid>(
                $"""
                select contribution_id as "Value"
                from unnest({tokens}, {words}) as meant(token, word)
                join contribution_words on topic_area_id = {topicAreaId} and contribution_words.word = meant.word
                group by contribution_id having count(distinct token) * 2 >= {meant.Count}
                order by count(distinct token) desc, contribution_id desc limit {MostSimilar}
                """
            )
            .ToListAsync(ct);
        var rows = await db.Standing(topicAreaId).AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(ct);
        return await db.ToDtosAsync([.. rows.OrderBy(row => ids.IndexOf(row.Id))], caller, ct);
    }
}
