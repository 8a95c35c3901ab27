using System.Text;
using System.Text.RegularExpressions;

namespace Integrationskonzept.PaperReading;

/// <summary>
/// The text with its markup blanked out: <see cref="Plain"/> has the same length as the original, so that every place found in
/// it is a place in the original.
/// </summary>
sealed class SourceText
{
    readonly List<Span> lines = [];

    public SourceText(string original)
    {
        Plain = PlainText.Of(original);
        var start = 0;
        for (var i = 0; i < Plain.Length; i++)
        {
            if (Plain[i] != '\n')
                continue;
            lines.Add(new(start, i));
            start = i + 1;
        }

        lines.Add(new(start, Plain.Length));
    }

    public string Plain { get; }

    public IReadOnlyList<Span> Lines => lines;

    public Span All => new(0, Plain.Length);

    public Position At(Span span)
    {
        var line = LineAt(span.Start);
        return new(line + 1, span.Start - lines[line].Start + 1, span.Start, span.Length);
    }

    public Found<T> Found<T>(T value, Span span) => new(value, At(span));

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
