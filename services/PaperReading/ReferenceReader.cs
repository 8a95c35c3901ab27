namespace Integrationskonzept.PaperReading;

/// <summary>Finds the paper's number: VL-320/2022, 2023/117-1, BV/0815/24, Drs. 12/345.</summary>
static class ReferenceReader
{
    const string Number =
        @"((\p{Lu}{1,6}[-/ ]{1,2}){0,2}(\d{1,5}([-/.]\d{1,5}){1,3}(-[IVX]{1,5}\b)?|\d{1,5}/[IVX]{1,6}\b)|\p{Lu}{1,6}[-/ ]\d{2,6})";

    static readonly Pattern Labelled = new(
        $@"\b([Vv]orlagen?|VORLAGE|[Vv]orl\.|[Ll]fd\.|\p{{L}}*[Vv]orlage|[Dd]rucksachen?|\p{{L}}*[Dd]rucksache|DRUCKSACHE|[Dd]rs\.?)[- "
            + $@"]?([Nn]r\.?|[Nn]ummer)?\s{{0,3}}[:|–-]?\s{{0,3}}(?<number>{Number})",
        ignoreCase: false
    );

    static readonly Pattern Prefixed = new(
        @"\b(?<number>(VL|BV|DS|MV|IV|SV|KT|VO|AN|BE|KA|XX?I{0,3})[-/ ](\p{Lu}{1,4}[-/ ])?\d{1,5}([-/.]\d{1,5}){1,3})\b",
        ignoreCase: false
    );
    static readonly Pattern Numbered = new($@"\bNr\.?:?\s{{0,3}}(?<number>{Number})", ignoreCase: false);
    static readonly Pattern Bare = new($@"^(Nr\.? ?)?(?<number>{Number})$", ignoreCase: false);

    // Whatever stands behind the label: "64-Vw 117/2023", "2022-XIX-0087-B01".
    static readonly Pattern Loose = new(@"^(Nr\.? ?)?(?<number>([\p{L}\d-]{1,10} )?[\p{L}\d]{1,10}([-/.][\p{L}\d]{1,10}){1,5})$");

    // A number and a year that stand for themselves.
    static readonly Pattern Alone = new(@"^(?<number>\d{1,5}/(19|20)\d{2}(-\d{1,2})?|(19|20)\d{2}/\d{1,5}(-\d{1,2})?|\d{1,3} / \d{1,5})$");
    static readonly Pattern Elsewhere = new(@"\b(bezug|bezugnehmend|siehe|vgl|gemäß|zu vorlage|ersetzt|ergänzung zu)\b");

    /// <summary>All numbers that the head gives to this paper, the most trusted first.</summary>
    public static IReadOnlyList<Found<string>> All(SourceText text, Outline outline)
    {
        var found = new List<Found<string>>();
        foreach (var entry in outline.Entries.Where(e => e.Field == Field.Reference).Take(20))
        {
            var words = text.Clean(entry.Value);
            if (Bare.Match(words) is { Success: true } match)
                Add(match.Text("number"), entry.Value);
            else if (
                Loose.Match(words) is { Success: true } loose
                && words.Any(char.IsDigit)
                && DateReader.First(text, entry.Value) is null
            )
                Add(loose.Text("number"), entry.Value, Sureness.Likely);
        }

        foreach (var line in text.Lines.TakeWhile(l => l.Start < outline.Head.End).Take(80))
        {
            if (line.Length > 300 || text.Find(Elsewhere, line).Any())
                continue;
            foreach (var pattern in (Pattern[])[Labelled, Prefixed, Numbered])
            {
                foreach (var match in text.Find(pattern, line))
                    Add(match.Text("number"), match.Groups["number"].Span(), pattern == Labelled ? Sureness.Certain : Sureness.Likely);
            }
        }

        if (found.Count == 0)
            AddAlone();
        return found;

        void AddAlone()
        {
            foreach (var cell in text.Lines.TakeWhile(l => l.Start < outline.Head.End).Take(40).SelectMany(line => Cells.Of(text, line)))
            {
                if (Alone.Match(text.Clean(cell)) is { Success: true } match)
                    Add(match.Text("number"), cell, Sureness.Likely);
            }
        }

        void Add(string number, Span at, Sureness sureness = Sureness.Certain)
        {
            var clean = string.Join(' ', number.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (clean.Length > 0 && !found.Exists(f => Same(f.Value, clean)))
                found.Add(text.Found(clean, at, sureness));
        }
    }

    public static bool IsIn(SourceText text, Span span) => text.Find(Labelled, span).Concat(text.Find(Prefixed, span)).Any();

    // "BV 12/2024" and "12/2024" are the same paper, written twice.
    static bool Same(string one, string other) =>
        Key(one) == Key(other)
        || Key(one).EndsWith(Key(other), StringComparison.Ordinal)
        || Key(other).EndsWith(Key(one), StringComparison.Ordinal);

    static string Key(string number) => string.Concat(number.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
