namespace Integrationskonzept.PaperReading;

/// <summary>
/// Reads the Themenfelder: lines that number them, a list or a table announced as such, or a sentence that names them. Where the paper
/// says how many there are, what has as many is believed first.
/// </summary>
static class TopicAreaReader
{
    const int Most = 60;

    /// <summary>What papers call them.</summary>
    public const string Word =
        @"(themenfeld|handlungsfeld|themenbereich|arbeitsfeld|aktionsfeld|themenschwerpunkt|schwerpunkt|themengebiet|"
        + @"themenkomplex|lebensbereich|lebenslage|leitthema|"
        + @"säule)";

    static readonly Pattern Announcement = new(
        $@"{Word}|folgende(n)? themen|\bbereiche\b|\bthemen:|gliedert sich|^.{{0,6}}themen.{{0,20}}$"
    );
    static readonly Pattern Bullet = new(@"^\s*([-*•–—·▪◦‣●■+]|o\s|\(?\d{1,2}[.)]|\(?[a-z][.)]|\(?[ivx]{1,4}[.)])\s*(?<title>[^\s\d].*)$");
    static readonly Pattern Numbered = new($@"^\s*([-*•–]\s*)?{Word}\s+(\d{{1,2}}|[ivx]{{1,4}}|[a-h])\s*[:.–-]\s*(?<title>\S.*)$");

    // "HF 1   Unterbringung und Wohnen"
    static readonly Pattern Abbreviated = new(@"^\s*(hf|tf)\s?\d{1,2}\s*[:.–-]?\s+(?<title>\S.*)$");
    static readonly Pattern InQuotes = new(@"^\s*[„""“»](?<title>[^„""“”«»]{3,80})[“”""«][,;.]?( und)?\s*$");
    static readonly Pattern Heading = new(@"^(?<number>\d{1,2})[.)]? \D.{2,60}$");
    static readonly Pattern SubHeading = new(@"^(?<of>\d{1,2})\.\d{1,2}\.? (?<title>\S.{1,120})$");
    static readonly Pattern Counted = new($@"\b(?<number>{NumberWords.Pattern}) (\p{{L}}+en )?({Word}(er|ern|e|en|n)?|themen)\b");

    public static IReadOnlyList<Found<string>> Read(SourceText text, Outline outline)
    {
        var bodies = outline.Bodies.OrderByDescending(body => body.Length).ToList();
        var candidates = bodies.SelectMany(body => Candidates(text, body)).Where(list => list.Count > 1).ToList();
        var said = bodies
            .SelectMany(body => text.Find(Counted, body))
            .Select(match => NumberWords.Read(match.Text("number")))
            .Where(number => number > 1)
            .ToHashSet();
        return WithoutGlosses(candidates.Find(list => said.Contains(list.Count)) ?? candidates.FirstOrDefault() ?? []);
    }

    /// <summary>Where each title is explained after a dash.</summary>
    static List<Found<string>> WithoutGlosses(List<Found<string>> titles)
    {
        const string Dash = " – ";
        return titles.Count > 2 && titles.TrueForAll(title => title.Value.Contains(Dash, StringComparison.Ordinal))
            ? titles.ConvertAll(title => title with { Value = title.Value[..title.Value.IndexOf(Dash, StringComparison.Ordinal)] })
            : titles;
    }

    static IEnumerable<List<Found<string>>> Candidates(SourceText text, Span body)
    {
        yield return
        [
            .. Paragraphs
                .Lines(text, body)
                .Select(line => Title(text, Numbered, line) ?? Title(text, Abbreviated, line))
                .OfType<Found<string>>()
                .Take(Most),
        ];
        foreach (var list in Lists(text, body))
            yield return list;
        yield return SubHeadings(text, body);
        yield return TopicAreaTable.Read(text, body);
        foreach (var sentence in Sentences.Of(text, body).Where(sentence => sentence.Length < 1000))
            yield return TopicAreaSentence.Read(text, sentence);
    }

    /// <summary>Lists whose introduction, one of the two lines of text before it, announces Themenfelder.</summary>
    static IEnumerable<List<Found<string>>> Lists(SourceText text, Span body)
    {
        var items = new List<Found<string>>();
        Span? before = null,
            last = null;
        foreach (var line in Paragraphs.Lines(text, body))
        {
            var trimmed = text.Trim(line);
            if (trimmed.IsEmpty)
                continue;
            if (trimmed.Length < 300 && (Title(text, Bullet, line) ?? Title(text, InQuotes, line)) is { } item)
            {
                if (items.Count < Most)
                    items.Add(item);
                continue;
            }

            if (items.Count > 1 && IsAnnounced())
                yield return items;
            items = [];
            (before, last) = (last, trimmed);
        }

        if (items.Count > 1 && IsAnnounced())
            yield return items;

        bool IsAnnounced() =>
            (last is { } l && text.Find(Announcement, l).Any())
            || (before is { } b && last is { Length: < 120 } && text.Find(Announcement, b).Any());
    }

    /// <summary>"3. Themenfelder", then "3.1 Sprache" and so on, with text between them.</summary>
    static List<Found<string>> SubHeadings(SourceText text, Span body)
    {
        var items = new List<Found<string>>();
        string? number = null;
        foreach (var line in Paragraphs.Lines(text, body).Where(line => line.Length < 200))
        {
            if (Heading.Match(text.Clean(line)) is { Success: true } heading && text.Find(Announcement, line).Any())
                (number, items) = (heading.Text("number"), []);
            else if (number is not null && SubHeading.Match(text.Clean(line)) is { Success: true } sub && sub.Text("of") == number)
                items.Add(text.Found(sub.Text("title"), text.Trim(line)));
        }

        return items;
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
}
