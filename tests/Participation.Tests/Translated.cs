using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Translations;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

/// <summary>What tests of translations do again and again, as people would.</summary>
static class Translated
{
    public static string Translation(this Given given, Guid contribution, string language) =>
        $"{given.Of(contribution)}/translations/{language}";

    public static async Task<ContributionDto> ContributeInAsync(
        this Given given,
        string language,
        string text,
        string? title = null,
        HttpClient? who = null
    ) =>
        await (who ?? given.Participant)
            .SendAsync(
                HttpMethod.Post,
                $"{given.Area}/contributions",
                new SubmitContribution(ContributionKind.Need, text, StakeholderGroup.CivilSociety, Language: language, Title: title)
            )
            .ReadAsync<ContributionDto>();

    /// <summary>As the moderator, unless somebody else is named; the first time without a version.</summary>
    public static Task<HttpResponseMessage> TranslateAsync(
        this Given given,
        ContributionDto contribution,
        string text,
        int? version = null,
        string language = "de",
        string? title = null,
        HttpClient? who = null
    ) =>
        (who ?? given.Moderator).SendAsync(
            HttpMethod.Put,
            given.Translation(contribution.Id, language),
            new WriteContributionTranslation(contribution.Revision, text, title),
            version ?? 0
        );

    public static Task<HttpResponseMessage> AskMachineAsync(
        this Given given,
        Guid contribution,
        string language = "de",
        HttpClient? who = null,
        string? key = null
    ) =>
        (who ?? given.Moderator).SendAsync(
            HttpMethod.Post,
            $"{given.Translation(contribution, language)}/machine",
            null,
            idempotencyKey: key
        );

    public static Task<ContributionTranslationsDto> TranslationsAsync(this Given given, Guid contribution, HttpClient? who = null) =>
        (who ?? given.Participant).GetAsync($"{given.Of(contribution)}/translations").ReadAsync<ContributionTranslationsDto>();

    public static Task<ContributionDto> RewordAsync(this Given given, ContributionDto contribution, string text, string? title = null) =>
        given
            .Participant.SendAsync(
                HttpMethod.Put,
                given.Of(contribution.Id),
                new Wordings.EditContribution(text, title, contribution.Language),
                contribution.Version
            )
            .ReadAsync<ContributionDto>();
}
