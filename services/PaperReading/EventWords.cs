namespace Integrationskonzept.PaperReading;

/// <summary>The words for events.</summary>
static class EventWords
{
    public static readonly Pattern Noun = new(
        @"\b(\p{L}[\p{L}*-]{0,40})?(auftakt|kick-?off|workshop|werkstatt|werkstätten|veranstaltung|anhörung|hearing|konferenz|forum|"
            + @"foren|fachtag|klausur|dialogabend|bürgerdialog|infoabend|informationsabend|zukunftstag)\p{L}{0,20}\b"
    );

    // Things of an event that are not events: rooms, technology, catering.
    static readonly Pattern Accessory = new(
        @"(ort|orte|raum|räume|räumen|technik|kosten|moderation|moderatoren|leitung|kalender|"
            + @"material|materialien|angebot|bedarf|phase|reihe|konzept|konzeption)$"
    );
    static readonly Pattern Plural = new(
        @"(workshops|werkstätten|ungen|hearings|konferenzen|foren|tagen?|klausuren|abende|dialoge|kickoffs|kick-offs)$"
    );

    public static bool IsEvent(string word) => !Accessory.IsMatch(word);

    public static bool IsPlural(string word) => Plural.IsMatch(word) && !word.EndsWith("tag", StringComparison.OrdinalIgnoreCase);

    public static EventKind KindOf(string word) =>
        Has(word, "auftakt") || Has(word, "kick") ? EventKind.Kickoff
        : Has(word, "workshop") || Has(word, "werkst") ? EventKind.Workshop
        : Has(word, "anhörung") || Has(word, "hearing") ? EventKind.Hearing
        : EventKind.Other;

    static bool Has(string word, string part) => word.Contains(part, StringComparison.OrdinalIgnoreCase);
}
