using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Translations;

/// <summary>A machine translates, where the operators have set one up and the Landkreis has agreed.</summary>
static class MachineTranslating
{
    public static async Task<Ok<ContributionTranslationDto>> TranslateAsync(
        Guid topicAreaId,
        Guid contributionId,
        [MaxLength(LanguageTag.MaxLength), Written(LanguageTag.Pattern, LanguageTag.InGerman, LanguageTag.InEnglish)] string language,
        ParticipationDb db,
        Caller caller,
        Machine machine,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var seen = await db.SeenBy(caller, topicAreaId).AsNoTracking().GetAsync(contributionId, ct);
        seen.RequireWords();
        var into = TranslationLanguages.Require(language, seen.Language);
        if (!await db.MayUseMachineAsync(machine, ct))
            throw new MachineTranslationOff();
        var known = await db.ContributionTranslations.AsNoTracking().FindTranslationAsync(seen.Id, into, ct);
        known?.RequireFromMachine();
        if (known?.IsOutdated(seen) == false)
            return TypedResults.Ok(ContributionTranslationDto.From(known, seen));

        // Nothing is held while the machine works: it may take seconds.
        var words = await machine.TranslateAsync(seen, into, ct);
        return await db.InTransactionAsync(
            async () =>
            {
                var of = await db.HoldTranslatableAsync(topicAreaId, contributionId, caller, ct);
                if (of.Revision != seen.Revision)
                    throw new ContributionReworded();
                var row = await db.ContributionTranslations.FindTranslationAsync(of.Id, into, ct);
                row?.RequireFromMachine();
                row ??= db.Begin(of, into);
                row.TakeFromMachine(words, of, time.GetUtcNow());
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(ContributionTranslationDto.From(row, of));
            },
            ct
        );
    }

    public static async Task<bool> MayUseMachineAsync(this ParticipationDb db, Machine machine, CancellationToken ct) =>
        machine.IsOn && await db.ModerationRules.AnyAsync(rules => rules.MachineTranslation, ct);
}
