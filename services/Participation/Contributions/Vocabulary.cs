using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Contributions;

/// <summary>
/// A word that a standing contribution has. What finds contributions is rows of words and not a GIN index, because row-level security
/// lets no index answer @@ or % (they are not leakproof), but every index answer equality.
/// </summary>
public sealed class ContributionWord : ITenantOwned
{
    public string Tenant { get; private set; } = null!;
    public required Guid TopicAreaId { get; init; }
    public required string Word { get; init; }
    public required Guid ContributionId { get; init; }
}

/// <summary>A word that contributions of a topic area use: what typos are compared with, a few thousand instead of all texts.</summary>
public sealed class VocabularyWord : ITenantOwned
{
    public string Tenant { get; private set; } = null!;
    public required Guid TopicAreaId { get; init; }
    public required string Word { get; init; }

    /// <summary>What German full-text search makes of it.</summary>
    public required string Stem { get; init; }
}

sealed class VocabularyTables : IEntityTypeConfiguration<ContributionWord>, IEntityTypeConfiguration<VocabularyWord>
{
    public void Configure(EntityTypeBuilder<ContributionWord> word)
    {
        word.ToTable("contribution_words");
        word.HasKey(row => new
        {
            row.Tenant,
            row.TopicAreaId,
            row.Word,
            row.ContributionId,
        });
        word.HasIndex(row => new
        {
            row.Tenant,
            row.ContributionId,
            row.Word,
        });
    }

    public void Configure(EntityTypeBuilder<VocabularyWord> word)
    {
        word.ToTable("vocabulary");
        word.HasKey(row => new
        {
            row.Tenant,
            row.TopicAreaId,
            row.Word,
        });
    }
}

static class Vocabulary
{
    /// <summary>Takes the words of a contribution as it is stored now, in place of those it had; the row is held or new.</summary>
    public static Task IndexWordsAsync(this ParticipationDb db, Guid contributionId, CancellationToken ct) =>
        db.IndexWordsAsync([contributionId], ct);

    /// <summary>The same for several at once.</summary>
    public static async Task IndexWordsAsync(this ParticipationDb db, Guid[] contributionIds, CancellationToken ct)
    {
        await db.ContributionWords.Where(row => contributionIds.Contains(row.ContributionId)).ExecuteDeleteAsync(ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            with said as (
                select tenant, topic_area_id, id, word, (ts_lexize('german_stem', word))[1] as stem
                from contributions, unnest(tsvector_to_array(to_tsvector('simple', concat_ws(' ', title, text)))) as word
                where id = any({contributionIds}) and length(word) between 2 and 60
            ), kept as (
                insert into vocabulary (tenant, topic_area_id, word, stem)
                select distinct on (tenant, topic_area_id, word) tenant, topic_area_id, word, stem
                from said where stem is not null order by tenant, topic_area_id, word
                on conflict do nothing
            )
            insert into contribution_words (tenant, topic_area_id, word, contribution_id)
            select tenant, topic_area_id, word, id from said where stem is not null
            """,
            ct
        );
    }

    /// <summary>A contribution's words go, and from the vocabulary those that nobody else uses; the topic area is held.</summary>
    public static async Task ForgetWordsAsync(this ParticipationDb db, Contribution row, CancellationToken ct)
    {
        await db.ContributionWords.Where(word => word.ContributionId == row.Id).ExecuteDeleteAsync(ct);
        await db
            .Vocabulary.Where(word =>
                word.TopicAreaId == row.TopicAreaId
                && !db.ContributionWords.Any(used => used.TopicAreaId == row.TopicAreaId && used.Word == word.Word)
            )
            .ExecuteDeleteAsync(ct);
    }
}
