namespace Integrationskonzept.PaperReading;

/// <summary>Reads kind, office and date from a paper's head.</summary>
static class HeadReader
{
    // In the order of trust: "Beschlussvorlage" says more than "Drucksache".
    static readonly (Pattern Pattern, PaperKind Kind)[] Kinds =
    [
        (new Pattern(@"\b(beschluss|sitzungs|verwaltungs|entscheidungs|kreistags|ausschuss|gremien)vorlage\b"), PaperKind.Resolution),
        (new Pattern(@"\b(mitteilungs|informations|berichts|kenntnisnahme)vorlage\b|\bvorlage zur kenntnis"), PaperKind.Information),
        (new Pattern(@"\banfrage\b"), PaperKind.Inquiry),
        (new Pattern(@"\b(vorlage|(kreistags)?drucksache|drs\.)"), PaperKind.Resolution),
        (new Pattern(@"\b(fraktions|dringlichkeits|änderungs)?antrag\b"), PaperKind.Motion),
    ];

    static readonly Pattern OfficeLine = new(
        @"^([\p{L}-]*amt|(fachbereich|fachdienst|amt|dezernat|stabsstelle|sachgebiet|abteilung|referat|geschäftsbereich|büro)\b.{0,80})$"
    );
    const int FootLines = 8;
    static readonly Pattern DateLine = new(@"\b(den|datum|vom|stand|erstellt|erstellt am):?$");
    static readonly Pattern PlaceBefore = new(@"^[\p{L}\d .:–/()-]{3,80},( den)?$");
    static readonly Pattern FootDate = new(@"^(stand|erstellt( am)?|datum|[\p{L} -]{3,40}, ?(den)?):? ?$");

    public static Found<PaperKind>? Kind(SourceText text, Outline outline)
    {
        foreach (var (pattern, kind) in Kinds)
        {
            if (text.Find(pattern, outline.Head).FirstOrDefault() is { } match)
                return text.Found(kind, match.Span());
        }

        return null;
    }

    public static Found<string>? Office(SourceText text, Outline outline)
    {
        var entry = outline.Entries.FirstOrDefault(e => e.Field == Field.Office);
        if (entry is not null)
            return text.Found(text.Clean(entry.Value), entry.Value);
        foreach (var trimmed in HeadLines(text, outline).Where(l => l.Length < 400).SelectMany(l => Cells.Of(text, l)))
        {
            if (trimmed.Length is > 3 and < 100 && OfficeLine.IsMatch(text.Clean(trimmed)))
                return text.Found(text.Clean(trimmed), trimmed);
        }

        // Some systems name only who is in charge of the paper.
        var lead = outline.Entries.FirstOrDefault(e => e.Field == Field.LeadUnit);
        return lead is null ? null : text.Found(text.Clean(lead.Value), lead.Value);
    }

    public static bool IsOffice(string words) => OfficeLine.IsMatch(words);

    /// <summary>
    /// Under its label; else a day that stands for itself, or after a place, or with the paper's number, in the head; at last one at the
    /// foot.
    /// </summary>
    public static Found<DateOnly>? Date(SourceText text, Outline outline)
    {
        foreach (var entry in outline.Entries.Where(e => e.Field == Field.Date))
        {
            if (DateReader.First(text, entry.Value) is { } date)
                return text.Found(date.Date, date.At);
        }

        foreach (var line in HeadLines(text, outline).Where(l => l.Length < 200))
        {
            foreach (var cell in Cells.Of(text, line).Where(cell => !cell.IsEmpty))
            {
                if (DateReader.First(text, cell) is not { } date || ConsultationRow.Read(new(text.Clean(line)), Evidence.Line) is not null)
                    continue;
                var before = text.Clean(new(cell.Start, date.At.Start));
                if (date.At.End >= cell.End - 1 && (before.Length == 0 || DateLine.IsMatch(before) || PlaceBefore.IsMatch(before)))
                    return text.Found(date.Date, date.At, before.Length == 0 ? Sureness.Likely : Sureness.Certain);
            }
        }

        var foot = text.Lines.Reverse().Where(line => !text.Trim(line).IsEmpty).Take(FootLines);
        return foot.Select(line =>
                DateReader.First(text, line) is { } date && FootDate.IsMatch(text.Clean(new(line.Start, date.At.Start)))
                    ? text.Found(date.Date, date.At, Sureness.Likely)
                    : null
            )
            .FirstOrDefault(date => date is not null);
    }

    /// <summary>The lines of the head that belong to no section, such as the Beratungsfolge.</summary>
    static IEnumerable<Span> HeadLines(SourceText text, Outline outline)
    {
        var taken = outline.Sections.Where(s => s.Field != Field.Other).Select(s => (s.Heading.Start, s.Content.End)).ToList();
        return text
            .Lines.TakeWhile(l => l.Start < outline.Head.End)
            .Take(200)
            .Where(l => !taken.Exists(t => l.Start < t.End && l.End > t.Start));
    }
}
