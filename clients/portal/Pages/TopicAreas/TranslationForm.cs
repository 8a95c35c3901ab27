using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;

namespace Integrationskonzept.Portal.Pages.TopicAreas;

/// <summary>A translation as it is written.</summary>
public sealed class TranslationForm
{
    public int Version { get; set; }

    /// <summary>Which wording of the contribution was shown beside it.</summary>
    public int Revision { get; set; }
    public string? Title { get; set; }
    public string? Text { get; set; }

    internal static TranslationForm Of(ContributionTranslationDto? translation) =>
        new()
        {
            Version = translation?.Version ?? 0,
            Title = translation?.Title,
            Text = translation?.Text,
        };

    internal WriteContributionTranslation ToTranslation() =>
        new()
        {
            Revision = Revision,
            Title = Title.OrNull(),
            Text = Text.ToText(),
        };
}
