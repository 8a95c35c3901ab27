using System.Globalization;
using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;

namespace Integrationskonzept.Portal.Pages.Mail;

/// <summary>When people are reminded, as it is written: a line a rule, and two empty lines for more.</summary>
public sealed class ReminderForm
{
    public int Version { get; set; }
    public List<RuleLine> Rules { get; set; } = [];

    public static ReminderForm Of(RemindersDto reminders)
    {
        var form = new ReminderForm { Version = reminders.Version!.Value, Rules = [.. reminders.Rules!.Select(RuleLine.Of)] };
        form.Rules.Arrange();
        return form;
    }

    public SetReminders ToReminders() =>
        new() { Rules = [.. Rules.Where(line => !line.IsEmpty).Select((line, index) => line.ToRule($"rules[{index}]"))] };
}

/// <summary>One reminder; without days and hours it is left out.</summary>
public sealed class RuleLine : IFormLine
{
    public string? When { get; set; }
    public string? Days { get; set; }
    public string? Hours { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Days + Hours);

    public static RuleLine Of(ReminderRule rule) =>
        new()
        {
            When = rule.When.ToString(),
            Days = rule.Days?.ToString(CultureInfo.InvariantCulture),
            Hours = rule.Hours?.ToString(CultureInfo.InvariantCulture),
        };

    public ReminderRule ToRule(string api) =>
        new()
        {
            When = When.ToChoice<ReminderAnchor>(),
            Days = Days.ToWhole($"{api}.days") ?? 0,
            Hours = Hours.ToWhole($"{api}.hours") ?? 0,
        };
}
