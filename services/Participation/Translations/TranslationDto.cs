using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Participation.Translations;

/// <param name="Revision">Which wording of the contribution was translated: <c>revision</c> of the contribution as it was read.</param>
/// <param name="Text">What it says, up to 8,000 characters.</param>
/// <param name="Title">The title in that language, up to 400 characters; given exactly where the contribution has one.</param>
public sealed record WriteContributionTranslation(
    [Range(1, int.MaxValue)] int Revision,
    [Required, MinLength(1), MaxLength(ContributionTranslation.MostOfText)] string Text,
    [MaxLength(ContributionTranslation.MostOfTitle)] string? Title = null
);

/// <summary>What a contribution says in another language.</summary>
/// <param name="Version">Version.</param>
/// <param name="Language">The language that it is translated into (BCP 47).</param>
/// <param name="Title">The title in that language.</param>
/// <param name="Text">What it says.</param>
/// <param name="Origin">Who translated; what a machine has translated is to be shown as that.</param>
/// <param name="Revision">Which wording of the contribution it translates.</param>
/// <param name="Outdated">True if the contribution was changed since.</param>
/// <param name="WrittenAt">When it was translated.</param>
public sealed record ContributionTranslationDto(
    int Version,
    string Language,
    string? Title,
    string Text,
    TranslationOrigin Origin,
    int Revision,
    bool Outdated,
    DateTimeOffset WrittenAt
) : IVersioned
{
    internal static ContributionTranslationDto From(ContributionTranslation row, Contribution of) =>
        new(row.Version, row.Language, row.Title, row.Text, row.Origin, row.Revision, row.IsOutdated(of), row.WrittenAt);
}

/// <summary>A contribution in other languages.</summary>
/// <param name="Items">One for each language, six at most.</param>
/// <param name="MayUseMachine">True if the caller may have it translated by machine.</param>
public sealed record ContributionTranslationsDto(IReadOnlyList<ContributionTranslationDto> Items, bool MayUseMachine);
