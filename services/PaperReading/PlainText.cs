using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Integrationskonzept.PaperReading;

/// <summary>
/// A text without what only its look needs: tags, emphasis and heading marks are blanks, entities are what they stand for, words that were
/// broken or spaced out are whole. Knows of each character where it stood.
/// </summary>
sealed class PlainText
{
    const int LongestTag = 200,
        LongestEntity = 10;

    static readonly Pattern Hyphenated = new(@"\p{L}(?<break>-[ \t]*\n[ \t]*)(?<rest>\p{Ll}+)", ignoreCase: false);
    static readonly Pattern Joining = new(@"^(und|oder|bzw|sowie|als)$");
    static readonly Pattern SpacedOut = new(@"(^|[\s|])(?<word>(\p{L} ){5,40}\p{L})($|[\s|:.,])");

    readonly string original;
    readonly StringBuilder text = new();
    readonly List<int> places = [];

    PlainText(string original) => this.original = original;

    public string Text => text.ToString();

    /// <summary>For each character, and for the end.</summary>
    public IReadOnlyList<int> Places => places;

    public static PlainText Of(string original)
    {
        var plain = new PlainText(original);
        plain.Take();
        plain.Remove(SpacedOut, (_, match) => Blanks(match.Groups["word"]));
        plain.Remove(Hyphenated, Breaks);
        plain.Unwrap();
        plain.places.Add(original.Length);
        return plain;
    }

    void Take()
    {
        var lineStart = true;
        for (var i = 0; i < original.Length; )
        {
            var (c, length) = At(i, lineStart);
            if (c is { } kept)
            {
                while (kept == '\n' && text.Length > 0 && text[^1] is (' ' or '\t'))
                    DropLast();
                // A blank for each character that is blanked: columns stay where they are.
                for (var j = 0; j < (kept == ' ' ? length : 1); j++)
                {
                    text.Append(kept);
                    places.Add(i + (kept == ' ' ? j : 0));
                }
                lineStart = kept == '\n' || (lineStart && kept == ' ');
            }
            i += length;
        }
    }

    void DropLast()
    {
        text.Length--;
        places.RemoveAt(places.Count - 1);
    }

    (char? Kept, int Length) At(int i, bool lineStart) =>
        original[i] switch
        {
            '<' when TagAt(i) is > 0 and var length => (' ', length),
            '&' when EntityAt(i) is { } entity => entity,
            '*' or '_' when i + 1 < original.Length && original[i + 1] == original[i] => (null, 2),
            '*' when IsEmphasis(i) => (null, 1),
            '#' or '>' when lineStart => (' ', 1),
            '\u00AD' or '\u200B' or '\uFEFF' => (null, 1),
            '\r' => (i + 1 < original.Length && original[i + 1] == '\n' ? null : '\n', 1),
            '\u00A0' or '\u202F' or '\u2007' => (' ', 1),
            '\u2028' or '\u2029' or '\u0085' or '\f' or '\v' => ('\n', 1),
            var c => (c, 1),
        };

    /// <summary>At the begin or the end of words; "Bürger*innen" and "* Punkt" have none.</summary>
    bool IsEmphasis(int at)
    {
        var (isOpen, isClosed) = (
            at == 0 || char.IsWhiteSpace(original[at - 1]),
            at + 1 == original.Length || char.IsWhiteSpace(original[at + 1])
        );
        return isOpen != isClosed;
    }

    int TagAt(int at)
    {
        if (at + 1 >= original.Length || !(char.IsAsciiLetter(original[at + 1]) || original[at + 1] is '/' or '!'))
            return 0;
        var end = original.AsSpan(at + 1, Math.Min(LongestTag, original.Length - at) - 1).IndexOfAny('<', '\n', '>');
        return end >= 0 && original[at + 1 + end] == '>' ? end + 2 : 0;
    }

    (char?, int)? EntityAt(int at)
    {
        var end = original.AsSpan(at, Math.Min(LongestEntity, original.Length - at)).IndexOf(';');
        if (end < 2)
            return null;
        var decoded = WebUtility.HtmlDecode(original.Substring(at, end + 1));
        return decoded.Length != 1 ? null
            : decoded[0] is '\u00A0' ? (' ', end + 1)
            : decoded[0] is '\u00AD' || char.IsControl(decoded[0]) ? (null, end + 1)
            : (decoded[0], end + 1);
    }

    /// <summary>Lines of running text go on in one; a list, a table and what has a colon stay as they are.</summary>
    void Unwrap()
    {
        var before = Text;
        var gone = new List<Span>();
        var isInside = false;
        for (var start = 0; before.IndexOf('\n', start) is >= 0 and var end; start = end + 1)
        {
            var next = end + 1;
            while (next < before.Length && before[next] is (' ' or '\t'))
                next++;
            var nextEnd = before.IndexOf('\n', next) is >= 0 and var found ? found : before.Length;
            isInside = RunningText.GoesOn(before.AsSpan(start, end - start), before.AsSpan(next, nextEnd - next), isInside);
            if (!isInside)
                continue;
            text[end] = ' ';
            if (next > end + 1)
                gone.Add(new(end + 1, next));
        }

        RemoveAll(Text, gone);
    }

    void Remove(Pattern pattern, Func<string, Match, IEnumerable<Span>> which)
    {
        var before = Text;
        var gone = new List<Span>();
        for (var at = 0; at < before.Length && pattern.Match(before, at, before.Length - at) is { Success: true } match; )
        {
            gone.AddRange(which(before, match));
            at = match.Index + Math.Max(1, match.Length - 1);
        }

        RemoveAll(before, gone);
    }

    void RemoveAll(string before, List<Span> gone)
    {
        if (gone.Count == 0)
            return;
        var (keptText, keptPlaces, done) = (new StringBuilder(), new List<int>(), 0);
        foreach (var span in gone.Append(new(before.Length, before.Length)))
        {
            keptText.Append(before, done, span.Start - done);
            keptPlaces.AddRange(places.GetRange(done, span.Start - done));
            done = span.End;
        }

        text.Clear().Append(keptText);
        places.Clear();
        places.AddRange(keptPlaces);
    }

    /// <summary>In running text alone: in tables a word goes on in its column.</summary>
    static IEnumerable<Span> Breaks(string before, Match match)
    {
        var line = before.LastIndexOf('\n', match.Index) + 1;
        var next = match.Groups["rest"].Index;
        var end = before.IndexOf('\n', next);
        return
            Joining.IsMatch(match.Text("rest"))
            || RunningText.IsTable(before.AsSpan(line, match.Index - line))
            || RunningText.IsTable(before.AsSpan(next, (end < 0 ? before.Length : end) - next))
            ? []
            : [match.Groups["break"].Span()];
    }

    static IEnumerable<Span> Blanks(Group word) =>
        Enumerable.Range(0, word.Length).Where(at => word.Value[at] == ' ').Select(at => new Span(word.Index + at, word.Index + at + 1));
}
