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
                new SourceText(text).At(new(control, control + 1))
            );

        var source = new SourceText(text);
        var outline = Outline.Read(source);
        var references = ReferenceReader.All(source, outline);
        var reading = new Reading
        {
            Outcome = ReadingOutcome.Paper,
            Kind = HeadReader.Kind(source, outline),
            Reference = references.Count > 0 ? references[0] : null,
            Subject = SectionReader.Subject(source, outline),
            Office = HeadReader.Office(source, outline),
            Date = HeadReader.Date(source, outline),
            Clerks = ClerkReader.Read(source, outline),
            Consultations = ConsultationReader.Read(source, outline),
            Resolution = SectionReader.First(source, outline, Field.Resolution),
            FinancialEffects = SectionReader.Joined(source, outline, Field.Finance),
            Reasoning = SectionReader.Joined(source, outline, Field.Reasoning),
            LeadUnit = LeadUnitReader.Read(source, outline),
        };
        if (!LooksLikeAPaper(reading))
            return Refused(
                ReadingOutcome.NotAPaper,
                "Der Text ist nicht wie eine Vorlage aufgebaut: Es fehlen Teile wie Nummer, Betreff, Beratungsfolge und "
                    + "Beschlussvorschlag.",
                "The text is not built like a paper: parts such as number, subject, consultations and proposed resolution are missing.",
                null
            );

        reading = reading with
        {
            Programme = ProgrammeReader.Read(source, outline),
            TopicAreas = TopicAreaReader.Read(source, outline),
            Cadence = CadenceReader.Read(source, outline),
            Deadline = DeadlineReader.Read(source, outline),
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

    /// <summary>A resolution or consultations, and two more of the parts that every paper has.</summary>
    static bool LooksLikeAPaper(Reading reading)
    {
        var core =
            reading.Resolution is not null
            || reading.Consultations.Count > 0
            || (reading.Kind is not null && reading.Reference is not null);
        bool[] parts =
        [
            reading.Kind is not null,
            reading.Reference is not null,
            reading.Subject is not null,
            reading.Consultations.Count > 0,
            reading.Resolution is not null,
            reading.FinancialEffects is not null,
            reading.Reasoning is not null,
        ];
        return core && parts.Count(p => p) >= 3;
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
