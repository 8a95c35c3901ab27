using System.Text;
using System.Text.RegularExpressions;

namespace Integrationskonzept.PaperReading;

/// <summary>A text with its markup gone, that knows for every place where it is in the original.</summary>
sealed class SourceText
{
    readonly string original;
    readonly IReadOnlyList<int> places;
    readonly List<Span> lines;
    readonly List<int> originalLines;

    public SourceText(string original)
    {
        this.original = original;
        var plain = PlainText.Of(original);
        (Plain, places) = (plain.Text, plain.Places);
        lines = LinesOf(Plain);
        originalLines = LinesOf(original).ConvertAll(line => line.Start);
    }

    public string Plain { get; }

    public IReadOnlyList<Span> Lines => lines;

    public Span All => new(0, Plain.Length);

    /// <summary>The place in the original.</summary>
    public Position At(Span span)
    {
        var start = places[span.Start];
        var end = span.IsEmpty ? start : places[span.End - 1] + 1;
        var line = originalLines.BinarySearch(start);
        if (line < 0)
            line = ~line - 1;
        return new(line + 1, start - originalLines[line] + 1, start, end - start);
    }

    public Found<T> Found<T>(T value, Span span, Sureness sureness = Sureness.Certain) => new(value, At(span), sureness);

    /// <summary>A line that the original marks as a heading: by Markdown, in bold as a whole, or in capitals.</summary>
    public bool IsHeading(Span line)
    {
        var trimmed = Trim(line);
        if (trimmed.IsEmpty)
            return false;
        var from = originalLines[At(trimmed).Line - 1];
        var end = original.IndexOf('\n', from);
        var words = original.AsSpan(from, (end < 0 ? original.Length : end) - from).Trim();
        return words[0] == '#'
            || (words.StartsWith("**") && words.EndsWith("**"))
            || (
                Plain.AsSpan(trimmed.Start, trimmed.Length) is var caps
                && caps.Length > 12
                && caps.IndexOfAnyInRange('A', 'Z') >= 0
                && caps.IndexOfAnyInRange('a', 'z') < 0
            );
    }

    static List<Span> LinesOf(string text)
    {
        var found = new List<Span>();
        var start = 0;
        for (var i = text.IndexOf('\n'); i >= 0; i = text.IndexOf('\n', start))
        {
            found.Add(new(start, i));
            start = i + 1;
        }

        found.Add(new(start, text.Length));
        return found;
    }

    /// <summary>The number of the line, from 0.</summary>
    public int LineAt(int offset)
    {
        int low = 0,
            high = lines.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (lines[middle].Start <= offset)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }

    public Span Trim(Span span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(Plain[start]))
            start++;
        while (end > start && char.IsWhiteSpace(Plain[end - 1]))
            end--;
        return new(start, end);
    }

    /// <summary>On one line, with single spaces.</summary>
    public string Clean(Span span) => Collapse(Plain.AsSpan(span.Start, span.Length));

    /// <summary>With its lines and at most one empty line between paragraphs.</summary>
    public string CleanLines(Span span)
    {
        var text = new StringBuilder();
        var gap = 0;
        foreach (var line in Plain[span.Start..span.End].Split('\n'))
        {
            var clean = Collapse(line);
            if (clean.Length == 0)
            {
                gap++;
                continue;
            }

            if (text.Length > 0)
                text.Append(gap > 0 ? "\n\n" : "\n");
            text.Append(clean);
            gap = 0;
        }

        return text.ToString();
    }

    public ReadOnlySpan<char> Slice(Span span) => Plain.AsSpan(span.Start, span.Length);

    /// <summary>All matches inside a span; positions are those of the whole text.</summary>
    public IEnumerable<Match> Find(Pattern pattern, Span span)
    {
        var at = span.Start;
        while (at < span.End && pattern.Match(Plain, at, span.End - at) is { Success: true } match)
        {
            yield return match;
            at = match.Index + Math.Max(match.Length, 1);
        }
    }

    static string Collapse(ReadOnlySpan<char> text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
                clean.Append(c);
            else if (clean.Length > 0 && clean[^1] != ' ')
                clean.Append(' ');
        }

        return clean.ToString().TrimEnd();
    }
}
