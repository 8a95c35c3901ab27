namespace Integrationskonzept.PaperReading;

/// <summary>
/// Reads the Beratungsfolge: under its heading, under a line that reads like the head of such a table, or wherever the head names an
/// organization with a day.
/// </summary>
static class ConsultationReader
{
    const int Most = 100;
    const int Longest = 600;

    static readonly Pattern Header = new(@"\b(gremium|beratungsfolge|beratungsgremium|ausschuss/gremium|beratung|sitzungsfolge)\b");
    static readonly Pattern HeaderWords = new(
        @"\b(termin|sitzungstermin|sitzung am|am|sitzungsdatum|datum|beratungsaktion|zuständigkeit|beratungsart|beschlussart|rolle|status|"
            + @"top|art der beratung|behandlung|abstimmung)\b"
    );

    public static IReadOnlyList<Found<PlannedConsultation>> Read(SourceText text, Outline outline)
    {
        foreach (var region in Regions(text, outline))
        {
            var rows = Rows(text, region).ToList();
            if (rows.Count > 0)
                return Decided(rows);
        }

        return [];
    }

    static IEnumerable<Region> Regions(SourceText text, Outline outline)
    {
        foreach (var section in outline.Of(Field.Consultations))
            yield return new(new(section.Heading.Start, section.Content.End), Evidence.Table, Column(text, section.Heading));
        foreach (var line in text.Lines.Where(line => line.Length < 300))
        {
            if (
                !text.Find(Header, line).Any()
                || text.Find(HeaderWords, line).Select(word => word.Index).Distinct().Count() < 2 && !IsHeader(text, line)
            )
                continue;
            var end = outline
                .Sections.Where(section => section.Heading.Start > line.End)
                .Select(section => section.Heading.Start)
                .FirstOrDefault(text.Plain.Length);
            yield return new(new(line.End, end), Evidence.Table);
            break;
        }

        yield return new(outline.Head, Evidence.Line);
        yield return new(text.All, Evidence.NameAlone);
    }

    static bool IsHeader(SourceText text, Span line) => text.Find(HeaderWords, line).Any() && Cells.Of(text, line, gap: 2).Count > 1;

    static IEnumerable<Found<PlannedConsultation>> Rows(SourceText text, Region region) =>
        WrappedRows
            .Of(text, region.Span, Longest, region.Column)
            .Select(row => (Row: ConsultationRow.Read(new(row.Text), region.Evidence), row.At))
            .Where(row => row.Row is not null)
            .Take(Most)
            .Select(row => text.Found(row.Row!, row.At));

    /// <summary>Where all others only prepare, the Kreistag decides, also if nobody says so.</summary>
    static List<Found<PlannedConsultation>> Decided(List<Found<PlannedConsultation>> rows)
    {
        var open = rows.FindIndex(row => row.Value.Action is null);
        if (
            rows.Count > 1
            && open >= 0
            && ConsultationRow.IsKreistag(rows[open].Value.Organization)
            && rows.Count(row => row.Value.Action is null or ConsultationAction.Decision) == 1
        )
            rows[open] = rows[open] with
            {
                Value = rows[open].Value with { Action = ConsultationAction.Decision },
                Sureness = Sureness.Likely,
            };
        return rows;
    }

    /// <summary>Where a heading on the right begins: what stands on its left belongs to another column of the page.</summary>
    static int Column(SourceText text, Span heading)
    {
        const int Right = 40;
        var column = heading.Start - text.Lines[text.LineAt(heading.Start)].Start;
        return column < Right ? 0 : column - 2;
    }

    sealed record Region(Span Span, Evidence Evidence, int Column = 0);
}
