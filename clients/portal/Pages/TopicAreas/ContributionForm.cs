using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;

namespace Integrationskonzept.Portal.Pages.TopicAreas;

/// <summary>A contribution as it is written, finished or not.</summary>
public sealed class ContributionForm
{
    public int Version { get; set; }
    public string? Kind { get; set; }
    public string? Title { get; set; }
    public string? Text { get; set; }
    public string? Language { get; set; }
    public string? Group { get; set; }
    public string? OrganisationId { get; set; }

    public static ContributionForm Of(DraftDto draft) =>
        new()
        {
            Version = draft.Version!.Value,
            Kind = draft.Kind.ToString(),
            Title = draft.Title,
            Text = draft.Text,
            Language = draft.Language,
            Group = draft.Group?.ToString(),
            OrganisationId = draft.OrganisationId?.ToString(),
        };

    public static ContributionForm Of(ContributionDto contribution) =>
        new()
        {
            Version = contribution.Version!.Value,
            Title = contribution.Title,
            Text = contribution.Text,
        };

    public SubmitContribution ToContribution() =>
        new()
        {
            Kind = Kind.ToChoice<ContributionKind>(),
            Title = Title.OrNull(),
            Text = Text.ToText(),
            Language = Language,
            Group = Group.ToChoice<StakeholderGroup>(),
            OrganisationId = OrganisationId.ToId(),
        };

    public WriteDraft ToDraft() =>
        new()
        {
            Kind = Kind.ToChoice<ContributionKind>(),
            Title = Title.OrNull(),
            Text = Text.ToText(),
            Language = Language,
            Group = Group.ToChoice<StakeholderGroup>(),
            OrganisationId = OrganisationId.ToId(),
        };

    public EditContribution ToEdit(string? language) =>
        new()
        {
            Title = Title.OrNull(),
            Text = Text.ToText(),
            Language = language,
        };
}
