using System.Text.Json.Nodes;

namespace Integrationskonzept.Gateway;

/// <summary>
/// The groups of operations in the order of the process; what each is about, its slice says. Those that are not named come last.
/// </summary>
static class ApiTags
{
    static readonly string[] Order =
    [
        "Tasks",
        "Privacy",
        "Tenants",
        "Members",
        "Clients",
        "Papers",
        "Decisions",
        "Mandates",
        "Plans",
        "Events",
        "Venues",
        "Moderators",
        "Meetings",
        "Registrations",
        "Budget",
        "Polls",
        "Check-in",
        "Registration links",
        "Mail",
        "Calendars",
        "Topic areas",
        "Organisations",
        "Persons",
        "Stakeholder groups",
        "Balance",
        "Contributions",
        "Attachments",
        "Translations",
        "Representation",
        "Prioritisation",
        "Records",
        "Concepts",
        "Sections",
        "Languages",
        "Goals",
        "Measures",
        "Readiness",
        "Milestones",
        "Adoption",
        "Traces",
        "Editions",
        "Processes",
        "Shared venues and moderators",
        "Planning runs",
        "Operations",
    ];

    /// <param name="described">The tags that are used, and what they are about.</param>
    public static JsonArray Of(IReadOnlyDictionary<string, string?> described) =>
        [
            .. Order
                .Where(described.ContainsKey)
                .Concat(described.Keys.Except(Order).Order(StringComparer.Ordinal))
                .Select(name =>
                    described[name] is { } about
                        ? new JsonObject { ["name"] = name, ["description"] = about }
                        : new JsonObject { ["name"] = name }
                ),
        ];
}
