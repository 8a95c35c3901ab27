using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Translations;

/// <summary>Contributions keep their language; what they say in others stands beside it, for all who see the contribution.</summary>
static class TranslationEndpoints
{
    public static void MapTranslations(this IEndpointRouteBuilder app)
    {
        var translations = app.MapTenantApi(
            "topic-areas/{topicAreaId:guid}/contributions/{contributionId:guid}/translations",
            "Translations"
        );

        translations
            .MapGet("", ListAsync)
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("list-contribution-translations")
            .WithSummary("What the contribution says in other languages, and who translated");

        translations
            .MapGet("{language}", GetAsync)
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("get-contribution-translation")
            .WithSummary("What the contribution says in one other language");

        translations
            .MapPut("{language}", TranslationWriting.WriteAsync)
            .RequirePermission(Permissions.TranslationsWrite)
            .WithName("write-contribution-translation")
            .WithSummary(
                "Translates the contribution (the first time with If-None-Match: *), or changes what a person or a machine translated"
            )
            .MayBegin();

        translations
            .MapDelete("{language}", DeleteAsync)
            .RequirePermission(Permissions.TranslationsWrite)
            .WithName("delete-contribution-translation")
            .WithSummary("Takes a translation away");

        translations
            .MapPost("{language}/machine", MachineTranslating.TranslateAsync)
            .RequirePermission(Permissions.TranslationsWrite)
            .OneAtATimePer("contributionId")
            .WithName("translate-contribution-by-machine")
            .WithSummary("Has the contribution translated by a machine, once for each wording and language; a person's translation stays");
    }

    static async Task<Ok<ContributionTranslationsDto>> ListAsync(
        Guid topicAreaId,
        Guid contributionId,
        ParticipationDb db,
        Caller caller,
        Machine machine,
        CancellationToken ct
    )
    {
        var of = await db.SeenBy(caller, topicAreaId).AsNoTracking().GetAsync(contributionId, ct);
        var rows = await db
            .ContributionTranslations.AsNoTracking()
            .Where(row => row.ContributionId == of.Id)
            .OrderBy(row => row.Language)
            .ToListAsync(ct);
        var mayUseMachine = caller.Has(Permissions.TranslationsWrite) && await db.MayUseMachineAsync(machine, ct);
        return TypedResults.Ok(
            new ContributionTranslationsDto([.. rows.Select(row => ContributionTranslationDto.From(row, of))], mayUseMachine)
        );
    }

    static async Task<Ok<ContributionTranslationDto>> GetAsync(
        Guid topicAreaId,
        Guid contributionId,
        string language,
        ParticipationDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        var of = await db.SeenBy(caller, topicAreaId).AsNoTracking().GetAsync(contributionId, ct);
        var row =
            await db.ContributionTranslations.AsNoTracking().FindTranslationAsync(of.Id, LanguageTag.Canonical(language), ct)
            ?? throw new NotFoundProblem();
        return TypedResults.Ok(ContributionTranslationDto.From(row, of));
    }

    static Task<NoContent> DeleteAsync(
        Guid topicAreaId,
        Guid contributionId,
        string language,
        ParticipationDb db,
        Caller caller,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                var of = await db.HoldTranslatableAsync(topicAreaId, contributionId, caller, ct);
                var row =
                    await db.ContributionTranslations.FindTranslationAsync(of.Id, LanguageTag.Canonical(language), ct)
                    ?? throw new NotFoundProblem();
                db.ContributionTranslations.Remove(row);
                await db.SaveChangesAsync(ct);
                return TypedResults.NoContent();
            },
            ct
        );
}
