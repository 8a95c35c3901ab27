using System.Globalization;
using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;

namespace Integrationskonzept.Portal.Pages.Moderation;

/// <summary>The rules as they are written.</summary>
public sealed class RulesForm
{
    public int Version { get; set; }
    public string? Mode { get; set; }

    /// <summary>A line each.</summary>
    public string? Words { get; set; }
    public string? ContributionsPerHour { get; set; }
    public string? CommentsPerHour { get; set; }
    public bool MachineTranslation { get; set; }

    internal static RulesForm Of(ModerationRulesDto rules) =>
        new()
        {
            Version = rules.Version!.Value,
            Mode = rules.Mode.ToString(),
            Words = string.Join('\n', rules.Words!),
            ContributionsPerHour = rules.ContributionsPerHour?.ToString(CultureInfo.InvariantCulture),
            CommentsPerHour = rules.CommentsPerHour?.ToString(CultureInfo.InvariantCulture),
            MachineTranslation = rules.MachineTranslation == true,
        };

    internal SetModerationRules ToRules() =>
        new()
        {
            Mode = Mode.ToChoice<ModerationMode>(),
            Words = Words.ToLines(),
            ContributionsPerHour = ContributionsPerHour.ToWhole("contributionsPerHour"),
            CommentsPerHour = CommentsPerHour.ToWhole("commentsPerHour"),
            MachineTranslation = MachineTranslation,
        };
}
