using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Contributions;

/// <summary>What somebody looks for: for each word asked, those of the topic area that may be meant.</summary>
static class AskedWords
{
    /// <summary>More are not looked at; the longest say most.</summary>
    public const int Most = 12;

    /// <summary>
    /// The same in another form (German stem) or with the asked word in it (compounds, and what is not typed to its end); only where
    /// there is none, those that look alike (trigrams). Words that German search ignores are not asked for.
    /// </summary>
    public static async Task<ILookup<string, string>> MeantAsync(
        this ParticipationDb db,
        Guid topicAreaId,
        string asked,
        CancellationToken ct
    ) =>
        (
            await db
                .Database.SqlQuery<Meant>(
                    $"""
                    with asked as (
                        select token, (ts_lexize('german_stem', token))[1] as stem
                        from unnest(tsvector_to_array(to_tsvector('simple', {asked}))) as token
                        where ts_lexize('german_stem', token) <> array[]::text[]
                        order by length(token) desc, token limit {Most}
                    ), known as materialized (
                        select word, stem from vocabulary where topic_area_id = {topicAreaId}
                    ), same as (
                        select token, word from asked join known
                            on known.stem = asked.stem or (length(token) > 2 and strpos(word, token) > 0)
                    ), alike as (
                        select token, close.word from asked, lateral (
                            select word from known where similarity(word, token) >= 0.3 order by similarity(word, token) desc, word limit 5
                        ) as close
                        where not exists (select from same where same.token = asked.token)
                    )
                    select token, coalesce(found.word, '') as word
                    from asked left join (select * from same union all select * from alike) as found using (token)
                    """
                )
                .ToListAsync(ct)
        ).ToLookup(row => row.Token, row => row.Word);

    sealed record Meant(string Token, string Word);
}
