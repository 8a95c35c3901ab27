using System.Text.Json.Nodes;

namespace Integrationskonzept.Gateway;

/// <summary>What the groups of operations are about, in the order of the process.</summary>
static class ApiTags
{
    static readonly (string Name, string Description)[] All =
    [
        ("Tenants", "Landkreise on this installation."),
        ("Members", "Who belongs to a Landkreis, in which roles."),
        ("Clients", "Integrations and front ends that may ask for tokens."),
        ("Papers", "Vorlagen: read from text, corrected, as documents."),
        (
            "Decisions",
            "What the organizations decided. The authoritative adoption of a mandate starts the process; that of an adoption paper "
                + "publishes."
        ),
        ("Mandates", "Decided papers that can be planned."),
        ("Plans", "Dates computed from a mandate, changed, confirmed."),
        ("Events", "Events of confirmed plans: moved, cancelled, held."),
        ("Venues", "Where events can be: capacity, equipment, opening hours, price."),
        ("Moderators", "Who can moderate: skills, languages, availability, fee."),
        ("Meetings", "Meetings of the organizations, from which plans are counted back."),
        ("Registrations", "Who takes part in an event, and who waits for a seat."),
        ("Budget", "Money granted, planned, ordered and billed; the proof of use."),
        ("Polls", "Who can come when: yes, if need be, no."),
        ("Check-in", "Tickets, and who came: at the door, by several devices, also without network."),
        ("Registration links", "What links in mails do: confirm an address, take up an invitation, accept, change, withdraw; each once."),
        ("Mail", "Whom a Landkreis writes as, reminders, mails that did not arrive."),
        ("Calendars", "Events for calendar programs."),
        ("Topic areas", "Themenfelder and how far they are."),
        ("Organisations", "Organisations that take part."),
        ("Contributions", "Needs, ideas, experiences, goals and measures, and what became of them."),
        ("Prioritisation", "Ten points per person and topic area."),
        ("Records", "Results of a topic area, each with the contributions behind it."),
        ("Concepts", "The Integrationskonzept while it is written."),
        ("Sections", "Chapters and their revisions."),
        ("Measures", "Measures while they are written, and where they come from."),
        ("Milestones", "Frozen states of the whole concept."),
        ("Adoption", "The paper that puts a milestone before the organizations."),
        ("Editions", "What is published: sealed, never changed."),
        ("Processes", "Where a Landkreis' processes stand, for everybody."),
        ("Shared venues and moderators", "For operators: what several Landkreise may book."),
        ("Planning runs", "For operators: several Landkreise planned together, as a job."),
        ("Operations", "For operators: messages that wait or failed."),
    ];

    /// <summary>The tags that are used, described; one without description comes last.</summary>
    public static JsonArray Of(IReadOnlySet<string> used) =>
        [
            .. All.Where(tag => used.Contains(tag.Name))
                .Select(tag => (JsonNode)new JsonObject { ["name"] = tag.Name, ["description"] = tag.Description }),
            .. used.Except(All.Select(tag => tag.Name))
                .Order(StringComparer.Ordinal)
                .Select(name => (JsonNode)new JsonObject { ["name"] = name }),
        ];
}
