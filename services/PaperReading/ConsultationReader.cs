namespace Integrationskonzept.PaperReading;

/// <summary>Reads the Beratungsfolge, as a table with or without lines or as a list.</summary>
static class ConsultationReader
{
    const int Most = 100;

    static readonly Pattern Header = new(@"\b(gremium|beratungsfolge|beratungsgremium|ausschuss/gremium)\b");
    static readonly Pattern HeaderWords = new(
        @"\b(termin|sitzungstermin|sitzung "
            + @"am|sitzungsdatum|datum|beratungsaktion|zuständigkeit|beratungsart|rolle|status|top|art der beratung)\b"
    );
    static readonly Pattern Organization = new(
        @"\b(\p{L}*-?(kreistag|ausschuss|rat|beirat|kommission|versammlung|vorstand|"
            + @"magistrat|gremium|konferenz|präsidium|fraktion))(es|s)?\b"
    );
    static readonly Pattern AgendaItem = new(@"^(top:? ?)?(?<item>(ö|n|nö)? ?\d{1,3}(\.\d{1,2}){0,2}\.?)$");
    static readonly Pattern Publicity = new(@"^\(?(ö|n|nö|öffentlich|nicht ?-?öffentlich)\)?$");
    static readonly Pattern AgendaItemInText = new(@"\btop:? ?(?<item>(ö|n)? ?\d{1,3}(\.\d{1,2})?)");
    static readonly Pattern Bullet = new(@"^(\(?\d{1,2}[.)]|[-*•–—·▪]|\d{1,2}\s)\s*");
    static readonly Pattern Tail = new(@"[\s,;:(–-]+((in der )?sitzung )?(am|vom|den|sitzung|termin)?[\s,;:(–-]*$");

    static readonly (Pattern Pattern, ConsultationAction Action)[] Actions =
    [
        (new Pattern(@"kenntnis"), ConsultationAction.Notice),
        (new Pattern(@"anhörung|anzuhören|angehört|stellungnahme"), ConsultationAction.Hearing),
        (new Pattern(@"vorberat|empfehl|zur beratung|\bberatung\b|\bberatend"), ConsultationAction.Preparation),
        (new Pattern(@"beschlie(ß|ss)|beschlussfass|entscheid|\bbeschluss\b"), ConsultationAction.Decision),
    ];

    public static IReadOnlyList<Found<PlannedConsultation>> Read(SourceText text, Outline outline)
    {
        var rows = new List<Found<PlannedConsultation>>();
        foreach (var (from, to) in Regions(text, outline))
        {
            foreach (var line in LinesIn(text, from, to))
            {
                if (rows.Count < Most && line.Length < 600 && Row(text, line) is { } row)
                    rows.Add(text.Found(row, text.Trim(line)));
            }

            if (rows.Count > 0)
                break;
        }

        return rows;
    }

    /// <summary>Under the heading; else under a line that reads like the head of such a table.</summary>
    static IEnumerable<(int From, int To)> Regions(SourceText text, Outline outline)
    {
        foreach (var section in outline.Of(Field.Consultations))
            yield return (section.Heading.Start, section.Content.End);
        foreach (var line in text.Lines.Where(l => l.Length < 300))
        {
            if (!text.Find(Header, line).Any() || !text.Find(HeaderWords, line).Any())
                continue;
            var end = outline
                .Sections.Where(s => s.Heading.Start > line.End)
                .Select(s => s.Heading.Start)
                .FirstOrDefault(text.Plain.Length);
            yield return (line.Start, end);
            yield break;
        }
    }

    static IEnumerable<Span> LinesIn(SourceText text, int from, int to)
    {
        for (var i = text.LineAt(from); i < text.Lines.Count && text.Lines[i].Start < to; i++)
        {
            var line = text.Lines[i];
            if (!text.Trim(line).IsEmpty && !Cells.IsRule(text, line))
                yield return line;
        }
    }

    static PlannedConsultation? Row(SourceText text, Span line)
    {
        var date = DateReader.First(text, line);
        var action = ActionIn(text, line);
        if (date is null && (text.Find(Header, line).Any() || text.Find(HeaderWords, line).Any()) && action is null)
            return null;
        var cells = Cells.Of(text, line, gap: 2).Where(c => !c.IsEmpty).ToList();
        string? organization = null,
            item = null;
        foreach (var cell in cells)
        {
            var words = text.Clean(cell);
            var isDate = date is { } d && d.At.Start >= cell.Start && d.At.End <= cell.End;
            if (Publicity.IsMatch(words))
                continue;
            if (AgendaItem.Match(words) is { Success: true } match)
                item ??= match.Text("item").Trim();
            else if (
                organization is null
                && !(isDate && d_IsWhole(cell))
                && (ActionIn(text, cell) is null || text.Find(Organization, cell).Any())
            )
                organization = NameIn(text, cell, isDate ? date : null);
        }

        if (
            string.IsNullOrEmpty(organization)
            || (date is null && action is null)
            || (action is null && !Organization.IsMatch(organization))
        )
            return null;
        item ??= text.Find(AgendaItemInText, line).FirstOrDefault()?.Text("item").Trim();
        return new(organization, date?.Date, item?.TrimEnd('.'), action);

        bool d_IsWhole(Span cell) => date!.Value.At.Start - cell.Start < 6 && cell.End - date.Value.At.End < 12;
    }

    static ConsultationAction? ActionIn(SourceText text, Span span)
    {
        foreach (var (pattern, action) in Actions)
        {
            // "Ausschuss für Beratung" would be an organization, so an action must not be part of the organization's name alone.
            if (text.Find(pattern, span).Any())
                return action;
        }

        return null;
    }

    /// <summary>What stands before the date, the bracket or the comma; else what follows the date.</summary>
    static string NameIn(SourceText text, Span cell, (DateOnly Date, Span At)? date)
    {
        var words = Bullet.Replace(text.Clean(date is { } d ? new(cell.Start, d.At.Start) : cell), "").Trim();
        // The date comes first in some lists.
        if (words.Length == 0 && date is { } first)
            words = text.Clean(new(first.At.End, cell.End)).Trim(' ', ':', ',', '-', '–');
        var cut = words.IndexOfAny(['(', ':', ';', ',']);
        if (cut > 0 && (words[cut] != ',' || !words[cut..].Contains(" und ", StringComparison.Ordinal) || ActionWord(words[cut..])))
            words = words[..cut];
        words = Tail.Replace(words + " ", "").Trim(' ', '-', '–', ',', ':');
        foreach (var separator in (string[])[" – ", " - "])
        {
            var at = words.IndexOf(separator, StringComparison.Ordinal);
            if (at > 0)
                words = words[..at].Trim();
        }

        return words;
    }

    static bool ActionWord(string words) => Array.Exists(Actions, a => a.Pattern.IsMatch(words));
}
