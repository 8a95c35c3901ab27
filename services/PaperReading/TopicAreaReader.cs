namespace Integrationskonzept.PaperReading;

/// <summary>Reads the Themenfelder: a list announced as such, or lines that number them.</summary>
static class TopicAreaReader
{
    const int Most = 60;

    static readonly Pattern Announcement = new(
        @"themenfeld|handlungsfeld|themenbereich|arbeitsfeld|aktionsfeld|schwerpunkt|"
            + @"themenschwerpunkt|themengebiet|folgende(n)? themen|themen:"
    );
    static readonly Pattern Bullet = new(@"^\s*([-*•–—·▪◦‣●■+]|o\s|\(?\d{1,2}[.)]|\(?[a-z][.)]|\(?[ivx]{1,4}[.)])\s*(?<title>\S.*)$");
    static readonly Pattern Numbered = new(
        @"^\s*([-*•–]\s*)?(themenfeld|handlungsfeld|themenbereich|arbeitsfeld)\s+(\d{1,2}|[ivx]{1,4}|[a-h])\s*[:.–-]\s*(?<title>\S.*)$"
    );

    public static IReadOnlyList<Found<string>> Read(SourceText text, Outline outline)
    {
        foreach (var body in outline.Bodies.OrderByDescending(b => b.Length))
        {
            var numbered = LinesOf(text, body).Select(l => Title(text, Numbered, l)).OfType<Found<string>>().Take(Most).ToList();
            if (numbered.Count > 1)
                return numbered;
            if (List(text, body) is { Count: > 0 } list)
                return list;
        }

        return [];
    }

    /// <summary>The first list whose introduction, one of the two lines of text before it, announces Themenfelder.</summary>
    static List<Found<string>>? List(SourceText text, Span body)
    {
        var items = new List<Found<string>>();
        Span? before = null,
            last = null;
        foreach (var line in LinesOf(text, body))
        {
            var trimmed = text.Trim(line);
            if (trimmed.IsEmpty)
                continue;
            if (trimmed.Length < 300 && Title(text, Bullet, line) is { } item)
            {
                items.Add(item);
                if (items.Count == Most)
                    break;
                continue;
            }

            if (items.Count > 1 && IsAnnounced())
                return items;
            items.Clear();
            (before, last) = (last, trimmed);
        }

        return items.Count > 1 && IsAnnounced() ? items : null;

        bool IsAnnounced() =>
            (last is { } l && text.Find(Announcement, l).Any())
            || (before is { } b && last is { Length: < 120 } && text.Find(Announcement, b).Any());
    }

    static Found<string>? Title(SourceText text, Pattern pattern, Span line)
    {
        if (line.Length > 400)
            return null;
        var match = pattern.Match(text.Plain, line.Start, line.Length);
        if (!match.Success)
            return null;
        var span = text.Trim(match.Groups["title"].Span());
        var title = text.Clean(span);
        var clean = title.TrimEnd(' ', ';', ',', '.', '|');
        if (clean.EndsWith(", und", StringComparison.Ordinal) || clean.EndsWith("; und", StringComparison.Ordinal))
            clean = clean[..^5].TrimEnd();
        return clean.Length > 1 ? text.Found(clean, span) : null;
    }

    static IEnumerable<Span> LinesOf(SourceText text, Span body)
    {
        for (var i = text.LineAt(body.Start); i < text.Lines.Count && text.Lines[i].Start < body.End; i++)
            yield return new(Math.Max(text.Lines[i].Start, body.Start), Math.Min(text.Lines[i].End, body.End));
    }
}
