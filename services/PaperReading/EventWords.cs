namespace Integrationskonzept.PaperReading;

/// <summary>The words for events.</summary>
static class EventWords
{
    public static readonly Pattern Noun = new(
        @"\b(\p{L}[\p{L}*-]{0,40})?(auftakt|kick-?off|workshop|werkstatt|werkstätten|veranstaltung|anhörung|hearing|konferenz|forum|"
            + @"foren|fachtag|tagung|klausur|(dialog|themen|info|informations|gesprächs|bürger)abend|bürgerdialog|zukunftstag|seminar|"
            + @"(fach|werkstatt|bürger|dialog|themen|runden?|kamin)-?gespräch|"
            + @"(arbeits|netzwerk|themen|planungs|auftakt|fach)-?treffen)\p{L}{0,20}\b|\brunde[nr]? tische?[ns]?\b"
    );

    // Things of an event that are not events: rooms, technology, catering.
    static readonly Pattern Accessory = new(
        @"(ort|orte|raum|räume|räumen|technik|kosten|moderation|moderatoren|leitung|kalender|"
            + @"material|materialien|angebot|bedarf|phase|reihe|konzept|konzeption)$"
    );
    static readonly Pattern Plural = new(
        @"(workshops|werkstätten|ungen|hearings|konferenzen|foren|tagen?|klausuren|abenden?|dialogen?|gesprächen?|treffen|"
            + @"seminaren?|termine|"
            + @"kickoffs|kick-offs)$|^runden? tische"
    );

    static readonly Pattern General = new(@"^veranstaltung(en)?$");
    static readonly Pattern Ending = new(@"(en|es|s|e)$");

    public static bool IsEvent(string word) => !Accessory.IsMatch(word);

    /// <summary>"Für Veranstaltungen werden 9.000 € veranschlagt" speaks of all of them.</summary>
    public static bool IsGeneral(string word) => General.IsMatch(word);

    public static bool IsPlural(string word) => Plural.IsMatch(word) && !word.EndsWith("tag", StringComparison.OrdinalIgnoreCase);

    public static EventKind KindOf(string word) =>
        Has(word, "auftakt") || Has(word, "kick") || Has(word, "eröffnung") || Has(word, "startveranst") || Has(word, "startkonf")
            ? EventKind.Kickoff
        : Has(word, "workshop") || Has(word, "werkst") ? EventKind.Workshop
        : Has(word, "anhörung") || Has(word, "hearing") ? EventKind.Hearing
        : EventKind.Other;

    /// <summary>The word by which an event is known again, in whatever number and case it stands.</summary>
    public static string StemOf(string word) =>
        Ending.Replace(
            word.ToLowerInvariant()
                .Replace("werkstätten", "werkstatt", StringComparison.Ordinal)
                .Replace("foren", "forum", StringComparison.Ordinal),
            ""
        );

    static bool Has(string word, string part) => word.Contains(part, StringComparison.OrdinalIgnoreCase);
}
