namespace Integrationskonzept.PaperReading;

/// <summary>Reads a German council paper (Vorlage) from plain text or Markdown and says what it understood, and where.</summary>
public static class PaperReader
{
    const int MostFindings = 200;

    /// <summary>Reads the text. Never throws, whatever the text is; takes time in proportion to its length.</summary>
    public static Reading Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return Refused(ReadingOutcome.Empty, "Der Text ist leer.", "The text is empty.", null);
        if (FirstControl(text) is >= 0 and var control)
            return Refused(
                ReadingOutcome.Binary,
                "Das ist kein Text, sondern eine Datei anderer Art.",
                "This is not text, but a file of another kind.",
                LineOf(text, control)
            );

        var source = new SourceText(text);
        var outline = Outline.Read(source);
        var references = ReferenceReader.All(source, outline);
        var consultations = ConsultationReader.Read(source, outline);
        var reading = new Reading
        {
            Outcome = ReadingOutcome.Paper,
            Kind = HeadReader.Kind(source, outline),
            Reference = references.Count > 0 ? references[0] : null,
            Subject = SubjectReader.Read(source, outline, consultations),
            Office = HeadReader.Office(source, outline),
            Date = HeadReader.Date(source, outline),
            Clerks = ClerkReader.Read(source, outline),
            Consultations = consultations,
            Resolution = SectionReader.First(source, outline, Field.Resolution),
            FinancialEffects = SectionReader.Joined(source, outline, Field.Finance),
            Reasoning = SectionReader.Joined(source, outline, Field.Reasoning),
            LeadUnit = LeadUnitReader.Read(source, outline),
        };
        if (!LooksLikeAPaper(reading))
            return Refused(
                ReadingOutcome.NotAPaper,
                "Der Text ist keine Vorlage: Er hat weder einen Betreff noch einen Beschlussvorschlag.",
                "The text is no paper: it has neither a subject nor a proposed resolution.",
                null
            );

        var topicAreas = TopicAreaReader.Read(source, outline);
        var programme = ProgrammeReader.Read(source, outline, topicAreas.Count);
        reading = reading with
        {
            Programme = programme,
            TopicAreas = topicAreas,
            Cadence = CadenceReader.Read(source, outline, programme, topicAreas.Count),
            Deadline = DeadlineReader.Read(source, outline, reading.Date?.Value, Decided(reading)),
            StakeholderGroups = StakeholderReader.Read(source, outline),
        };
        return reading with
        {
            Findings =
            [
                .. PaperChecks
                    .Contradictions(reading, references)
                    .Concat(GapChecks.Of(reading))
                    .OrderBy(f => f.Severity)
                    .Take(MostFindings),
            ],
        };
    }

    /// <summary>
    /// It proposes something, or it says what it is about and is known by its number, its kind or its way through
    /// meetings.
    /// </summary>
    static bool LooksLikeAPaper(Reading reading) =>
        reading.Resolution is not null
        || reading.Subject is { Sureness: Sureness.Certain }
            && (reading.Kind ?? (object?)reading.Reference ?? reading.Reasoning) is not null
        || reading.Subject is not null
            && (reading.Reasoning is not null || reading.Consultations.Count > 0 && reading.Reference is not null);

    /// <summary>The day on which the last organization decides, as far as it is said who does.</summary>
    static DateOnly? Decided(Reading reading) =>
        (
            reading.Consultations.LastOrDefault(row => row.Value.Action == ConsultationAction.Decision)
            ?? (reading.Consultations is [.., var last] ? last : null)
        )
            ?.Value
            .Date;

    static Position LineOf(string text, int at)
    {
        var start = text.LastIndexOf('\n', at) + 1;
        return new(text.AsSpan(0, at).Count('\n') + 1, at - start + 1, at, 1);
    }

    static int FirstControl(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\uFFFE' || (char.IsControl(text[i]) && text[i] is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u0085')))
                return i;
        }

        return -1;
    }

    static Reading Refused(ReadingOutcome outcome, string german, string english, Position? at) =>
        new()
        {
            Outcome = outcome,
            ReasonGerman = german,
            ReasonEnglish = english,
            Findings =
            [
                new(
                    outcome switch
                    {
                        ReadingOutcome.Empty => "empty",
                        ReadingOutcome.Binary => "binary",
                        _ => "not-a-paper",
                    },
                    Severity.Error,
                    "text",
                    german,
                    english,
                    at
                ),
            ],
        };
}
