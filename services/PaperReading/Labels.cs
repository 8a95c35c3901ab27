using System.Collections.Frozen;

namespace Integrationskonzept.PaperReading;

enum Field
{
    Subject,
    Resolution,
    Finance,
    Reasoning,
    Consultations,
    Other,
    Reference,
    Date,
    Office,
    Clerk,
    LeadUnit,
}

/// <summary>The words by which papers of different council systems announce their parts.</summary>
static class Labels
{
    const int Longest = 70;
    static readonly Pattern Numbering = new(@"^(\d{1,2}(\.\d{1,2})*[.)]?|[IVX]{1,4}[.)]|[A-Ha-z]\)|[A-H]\.)\s+");
    static readonly Pattern Gender = new(@"([*:/_]-?in(nen)?|\((in|innen)\)|/-?in)\s*:?$");

    // "Zu den Kosten:", "Zum Hintergrund:"
    static readonly Pattern Lead = new(@"^zu(m|r| den)? ");

    static readonly Pattern Slash = new(@" ?/ ?");

    // "Der Kreistag möge beschließen:"
    static readonly Pattern Proposing = new(
        @"^es wird (gebeten|vorgeschlagen),? zu beschließen$|^(der|die|das) [\p{L} -]{2,60} (möge|wolle) "
            + @"beschließen$|^(der|die|das) [\p{L} -]{2,60} (beschließt|fasst folgenden beschluss)$|"
            + @"^.{0,40}\b(vorschlag|antrag) (zu beraten und )?zu beschließen$"
    );

    static readonly FrozenDictionary<string, Field> Known = Words().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // A heading may say more: "Beschlussvorschlag für den Kreistag:".
    static readonly (string Word, Field Field)[] Beginnings =
    [
        ("beschlussvorschlag ", Field.Resolution),
        ("beschlussentwurf ", Field.Resolution),
        ("beschlussempfehlung ", Field.Resolution),
        ("finanzielle auswirkung", Field.Finance),
        ("begründung ", Field.Reasoning),
        ("sachverhalt", Field.Reasoning),
        ("anlagen ", Field.Other),
    ];

    public static bool StartsSection(Field field) => field <= Field.Other;

    public static bool IsBody(Field field) => field is Field.Resolution or Field.Finance or Field.Reasoning;

    /// <summary>The field that a cell announces, and where the rest of the cell begins.</summary>
    public static (Field Field, int ValueStart)? Read(SourceText text, Span cell)
    {
        var colon = -1;
        for (var tries = 0; tries < 2; tries++)
        {
            var from = colon + 1;
            var window = text.Slice(new(cell.Start + from, Math.Max(cell.Start + from, Math.Min(cell.End, cell.Start + Longest))));
            var next = window.IndexOf(':');
            if (next < 0)
                break;
            colon = from + next;
            if (Find(text.Clean(new(cell.Start, cell.Start + colon)), isHeading: true) is { } field)
                return (field, cell.Start + colon + 1);
        }

        return cell.Length <= Longest && Find(text.Clean(cell), isHeading: false) is { } whole ? (whole, cell.End) : null;
    }

    /// <summary>"III." or "2.1" before a heading.</summary>
    public static bool IsNumber(string words) => Numbering.Replace(words + " ", "").Length == 0;

    /// <summary>A line that is nothing but a label.</summary>
    public static bool IsLabel(ReadOnlySpan<char> line) =>
        line.Length <= Longest && Find(line.Trim().ToString(), isHeading: false) is not null;

    static Field? Find(string label, bool isHeading)
    {
        label = Lead.Replace(label, "");
        var word = Slash.Replace(Gender.Replace(Numbering.Replace(label, ""), "").Trim().TrimEnd(':', '?').Trim(), "/");
        if (Known.TryGetValue(word, out var field))
            return field;
        if (!isHeading)
            return null;
        if (Proposing.IsMatch(word))
            return Field.Resolution;
        foreach (var (beginning, of) in Beginnings)
        {
            if (word.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                return of;
        }

        return null;
    }

    static Dictionary<string, Field> Words()
    {
        var words = new Dictionary<string, Field>(StringComparer.OrdinalIgnoreCase);
        Add(
            Field.Subject,
            "Betreff",
            "Betrifft",
            "Gegenstand",
            "Gegenstand der Vorlage",
            "Titel",
            "Thema",
            "Bezeichnung",
            "Beratungsgegenstand",
            "Tagesordnungspunkt",
            "Betr.",
            "Bezeichnung der Vorlage",
            "TOP-Bezeichnung",
            "Titel der Vorlage",
            "Vorlagentitel"
        );
        Add(
            Field.Resolution,
            "Beschlussvorschlag",
            "Beschlussentwurf",
            "Beschlussempfehlung",
            "Beschlussantrag",
            "Beschlusstext",
            "Beschluss",
            "Antrag",
            "Beschlussvorschläge",
            "Vorschlag",
            "Empfehlung",
            "Empfehlung der Verwaltung",
            "Vorschlag der Verwaltung",
            "Verwaltungsvorschlag"
        );
        Add(
            Field.Finance,
            "Finanzielle Auswirkungen",
            "Finanzielle Auswirkung",
            "Kosten",
            "Finanzierung",
            "Kosten und Finanzierung",
            "Haushaltsmäßige Auswirkungen",
            "Haushaltsrechtliche Auswirkungen",
            "Auswirkungen auf den Haushalt",
            "Finanzielle und personelle Auswirkungen",
            "Haushalt",
            "Finanzen",
            "Kostenschätzung",
            "Kostenübersicht",
            "Gesamtkosten der Maßnahme",
            "Finanzielle Folgen",
            "Haushaltsauswirkungen",
            "Was kostet das",
            "Was kostet es"
        );
        Add(
            Field.Reasoning,
            "Begründung",
            "Sachverhalt",
            "Sachdarstellung",
            "Sach- und Rechtslage",
            "Erläuterung",
            "Erläuterungen",
            "Problembeschreibung",
            "Ausgangslage",
            "Ablauf",
            "Sachverhalt und Begründung",
            "Sachverhalt/Begründung",
            "Begründung/Sachverhalt",
            "Sachstand",
            "Inhalt",
            "Inhalt der Vorlage",
            "Vorgehen",
            "Warum",
            "Gründe",
            "Sachvortrag",
            "Hintergrund",
            "Anlass",
            "Darstellung",
            "Worum geht es",
            "Wie",
            "Wie gehen wir vor",
            "Problembeschreibung/Begründung",
            "Verfahren",
            "Vorgehensweise",
            "Geplantes Vorgehen",
            "Zeitplan"
        );
        Add(
            Field.Consultations,
            "Beratungsfolge",
            "Beratungsgang",
            "Beratungsweg",
            "Beratung/Beschluss im",
            "Gremienfolge",
            "Beratungen",
            "Vorgesehene Beratungsfolge",
            "Sitzungsfolge",
            "Gremien",
            "Beratungsverlauf",
            "Beratung",
            "Beratung in",
            "Vorgesehene Beratungen",
            "Beratungstermine",
            "Beratungsgremien",
            "Vorgesehene Beratung",
            "Zur Beratung in",
            "Zur Beratung im"
        );
        Add(
            Field.Other,
            "Anlagen",
            "Anlage",
            "Klimaauswirkungen",
            "Auswirkungen auf das Klima",
            "Personelle Auswirkungen",
            "Abstimmungsergebnis",
            "Beteiligte Ämter",
            "Mitzeichnung",
            "Unterschrift",
            "Verteiler",
            "Rechtsgrundlage",
            "Rechtsgrundlagen",
            "Alternativen",
            "Gleichstellung",
            "Bezug"
        );
        Add(
            Field.Reference,
            "Vorlage",
            "Vorlage Nr.",
            "Vorlage-Nr.",
            "Vorlagen-Nr.",
            "Vorlagen-Nummer",
            "Vorl.-Nr.",
            "Vorlagennummer",
            "Vorlagen Nr.",
            "Vorlagenummer",
            "Drucksache",
            "Drucksache Nr.",
            "Drucksachen-Nr.",
            "Drucksachennummer",
            "Drucksachen Nr.",
            "Drs.",
            "Drs.-Nr.",
            "Drs. Nr.",
            "DS-Nr.",
            "DS",
            "Nummer",
            "Nr.",
            "Aktenzeichen der Vorlage"
        );
        Add(
            Field.Date,
            "Datum",
            "Erstellt am",
            "Erstellungsdatum",
            "Datum der Vorlage",
            "vom",
            "Stand",
            "Ausgefertigt am",
            "Erstellt",
            "Tag",
            "Vorlagedatum"
        );
        Add(
            Field.Office,
            "Amt",
            "Fachbereich",
            "Fachdienst",
            "Dezernat",
            "Organisationseinheit",
            "Fachamt",
            "Abteilung",
            "Dienststelle",
            "Einreicher",
            "Einbringer",
            "Einbringende Stelle",
            "Vorlage von",
            "Amt/Fachdienst",
            "Fachbereich/Amt",
            "Fachbereich/Fachdienst",
            "Amt/Abteilung",
            "Verantwortliches Amt",
            "Absender",
            "Geschäftsbereich",
            "Sachgebiet",
            "Referat"
        );
        Add(
            Field.Clerk,
            "Sachbearbeiter",
            "Sachbearbeiterin",
            "Sachbearbeitung",
            "Bearbeiter",
            "Bearbeiterin",
            "Bearbeitung",
            "Auskunft erteilt",
            "Auskunft",
            "Ansprechpartner",
            "Ansprechpartnerin",
            "Ansprechperson",
            "Verfasser",
            "Verfasserin",
            "Berichterstatter",
            "Berichterstattung",
            "Kontakt",
            "Bearbeitet von",
            "Erstellt von"
        );
        Add(
            Field.LeadUnit,
            "Federführend",
            "Federführung",
            "Federführendes Amt",
            "Federführende Stelle",
            "Federführender Fachdienst",
            "Federführender Fachbereich",
            "Federführende Organisationseinheit",
            "Federführende Abteilung"
        );
        return words;

        void Add(Field field, params ReadOnlySpan<string> labels)
        {
            foreach (var label in labels)
                words.Add(label, field);
        }
    }
}
