using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Contributions;

/// <summary>
/// What is found by words is found in the table of words alone, whose rows are small and ordered; the contributions themselves are read
/// only for the page that is shown.
/// </summary>
static class FoundByWords
{
    /// <summary>A word that more contributions have is as good as any other that is said everywhere.</summary>
    const int Frequent = 300;

    /// <summary>Of a word's contributions only the latest are looked at for similar ones.</summary>
    const int Latest = 1_000;

    /// <summary>Those with all words, each in one of the forms that may be meant.</summary>
    public static async Task<IQueryable<Guid>> WithWordsAsync(this ParticipationDb db, Guid topicAreaId, string asked, CancellationToken ct)
    {
        var meant = await db.MeantAsync(topicAreaId, asked, ct);
        var having = meant.Select(token => token.ToArray()).Select(words => db.Having(topicAreaId, words)).ToList();
        return having.Count > 0
            ? having.Skip(1).Aggregate(having[0].Distinct(), (found, next) => found.Intersect(next))
            : db.Having(topicAreaId, []); // nothing but words that say nothing
    }

    static IQueryable<Guid> Having(this ParticipationDb db, Guid topicAreaId, string[] words) =>
        db.ContributionWords.Where(row => row.TopicAreaId == topicAreaId && words.Contains(row.Word)).Select(row => row.ContributionId);

    /// <summary>
    /// Those with at least half of the words, those with most of them first. Who has h of n words has at least two of any n - h + 2: it is
    /// enough to look among those of the words that are said least.
    /// </summary>
    public static async Task<List<Guid>> WithHalfOfTheWordsAsync(
        this ParticipationDb db,
        Guid topicAreaId,
        string asked,
        int most,
        CancellationToken ct
    )
    {
        var meant = await db.MeantAsync(topicAreaId, asked, ct);
        var pairs = meant.SelectMany(token => token.Select(word => (token.Key, Word: word))).ToList();
        string[] tokens = [.. pairs.Select(pair => pair.Key)];
        string[] words = [.. pairs.Select(pair => pair.Word)];
        var half = (meant.Count + 1) / 2;
        var atLeast = Math.Min(half, 2);
        return await db
            .Database.SqlQuery<Guid>(
                $"""
                with meant as materialized (
                    select token, word from unnest({tokens}, {words}) as meant(token, word)
                ), seldom as (
                    select token from meant, lateral (
                        select count(*) as uses from (
                            select from contribution_words
                            where topic_area_id = {topicAreaId} and contribution_words.word = meant.word limit {Frequent}
                        ) as used
                    ) as counted
                    group by token order by sum(uses), token limit {meant.Count - half + atLeast}
                ), candidates as materialized (
                    select contribution_id from meant join seldom using (token), lateral (
                        select contribution_id from contribution_words
                        where topic_area_id = {topicAreaId} and contribution_words.word = meant.word
                        order by contribution_id desc limit {Latest}
                    ) as latest
                    group by contribution_id having count(*) >= {atLeast}
                )
                select contribution_id as "Value"
                from candidates join contribution_words using (contribution_id) join meant using (word)
                where topic_area_id = {topicAreaId}
                group by contribution_id having count(distinct token) >= {half}
                order by count(distinct token) desc, contribution_id desc limit {most}
                """
            )
            .ToListAsync(ct);
    }
}
