using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Validation;

namespace Integrationskonzept.Participation.Contributions;

/// <param name="Kind">What it is.</param>
/// <param name="Text">As far as it is written, up to 4,000 characters.</param>
/// <param name="Title">In a few words, up to 200 characters.</param>
/// <param name="Language">The language that it is written in, as BCP 47 has it; German if not said.</param>
/// <param name="Group">The group that you will speak for.</param>
/// <param name="OrganisationId">The organisation in whose name it will be made; whether you may is looked at when you submit it.</param>
public sealed record WriteDraft(
    ContributionKind Kind,
    [MaxLength(Limits.Text)] string? Text = null,
    [MaxLength(Limits.Title)] string? Title = null,
    [MaxLength(LanguageTag.MaxLength), Written(LanguageTag.Pattern, LanguageTag.InGerman, LanguageTag.InEnglish)] string? Language = null,
    StakeholderGroup? Group = null,
    Guid? OrganisationId = null
);

/// <summary>An Entwurf of the caller's.</summary>
/// <param name="Id">Id; the contribution will have another one.</param>
/// <param name="Version">Version.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">In a few words.</param>
/// <param name="Text">As far as it is written.</param>
/// <param name="Language">The language that it is written in (BCP 47).</param>
/// <param name="Group">The group that it will speak for.</param>
/// <param name="OrganisationId">The organisation in whose name it will be made.</param>
/// <param name="SavedAt">When it was last saved.</param>
public sealed record DraftDto(
    Guid Id,
    int Version,
    ContributionKind Kind,
    string? Title,
    string Text,
    string Language,
    StakeholderGroup? Group,
    Guid? OrganisationId,
    DateTimeOffset SavedAt
) : IVersioned
{
    internal static DraftDto From(Draft row) =>
        new(row.Id, row.Version, row.Kind, row.Title, row.Text, row.Language, row.Group, row.OrganisationId, row.SavedAt);
}
