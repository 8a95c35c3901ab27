using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Translations;

/// <summary>Somebody translates; also what is held or hidden, so that those who decide know what it says.</summary>
static class TranslationWriting
{
    public static Task<Ok<ContributionTranslationDto>> WriteAsync(
        Guid topicAreaId,
        Guid contributionId,
        [MaxLength(LanguageTag.MaxLength), Written(LanguageTag.Pattern, LanguageTag.InGerman, LanguageTag.InEnglish)] string language,
        WriteContributionTranslation wish,
        IfMatch match,
        ParticipationDb db,
        Caller caller,
        TimeProvider time,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                var of = await db.HoldTranslatableAsync(topicAreaId, contributionId, caller, ct);
                var into = TranslationLanguages.Require(language, of.Language);
                var row = await db.ContributionTranslations.FindTranslationAsync(of.Id, into, ct);
                match.Require(row ?? (IVersioned)new NotYet());
                if (wish.Revision != of.Revision)
                    throw new ContributionReworded();
                var words = new TranslatedWords(Words.OrNull(wish.Title), wish.Text.Trim());
                if (words.Title is null != of.Title is null)
                    throw new TitleMismatch(wanted: of.Title is not null);
                row ??= db.Begin(of, into);
                row.Write(words, of, time.GetUtcNow());
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(ContributionTranslationDto.From(row, of));
            },
            ct
        );

    /// <summary>One that the caller sees and that has words; nobody rewords or takes it back until the transaction ends.</summary>
    public static async Task<Contribution> HoldTranslatableAsync(
        this ParticipationDb db,
        Guid topicAreaId,
        Guid id,
        Caller caller,
        CancellationToken ct
    )
    {
        await db.HoldTopicAreaAsync(topicAreaId, ct);
        var row = await db.HoldContributionAsync(topicAreaId, id, caller, ct);
        row.RequireWords();
        return row;
    }

    public static Task<ContributionTranslation?> FindTranslationAsync(
        this IQueryable<ContributionTranslation> rows,
        Guid contributionId,
        string language,
        CancellationToken ct
    ) => rows.SingleOrDefaultAsync(row => row.ContributionId == contributionId && row.Language == language, ct);

    public static ContributionTranslation Begin(this ParticipationDb db, Contribution of, string language) =>
        db.ContributionTranslations.Add(new() { ContributionId = of.Id, Language = language }).Entity;
}
