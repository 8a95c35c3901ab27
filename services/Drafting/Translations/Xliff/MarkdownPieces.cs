using System.Text;
using System.Text.RegularExpressions;

namespace Integrationskonzept.Drafting.Translations.Xliff;

/// <summary>Words that are translated, or marks between them that stay.</summary>
readonly record struct MarkdownPiece(bool HasWords, string Value);

/// <summary>
/// Markdown as paragraphs, headings, items and cells with the marks between them. Put together the pieces are the same text again, to the
/// last character: nothing is rendered and written anew. Marks within a line (<c>**</c>, links) belong to its words.
/// </summary>
static partial class MarkdownPieces
{
    public static IReadOnlyList<MarkdownPiece> Split(string markdown)
    {
        var pieces = new Collected();
        string? fence = null;
        foreach (var line in Lines(markdown))
        {
            if (
                Fence().Match(line) is { Success: true } mark
                && (fence is null || mark.Groups[1].Value.StartsWith(fence, StringComparison.Ordinal))
            )
            {
                fence = fence is null ? mark.Groups[1].Value : null;
                pieces.AddMarks(line);
            }
            else if (fence is not null || !HaveWords(line))
                pieces.AddMarks(line); // code, blank lines, rules, the line below a table's head
            else
                AddLine(pieces, Prefix().Match(line).Value, line);
        }
        return pieces.All;
    }

    static void AddLine(Collected pieces, string prefix, string line)
    {
        var rest = line[prefix.Length..];
        if (rest.StartsWith('|'))
            AddRow(pieces, prefix, rest);
        else if (HaveWords(rest))
            pieces.AddLine(prefix, rest);
        else
            pieces.AddMarks(line);
    }

    static void AddRow(Collected pieces, string prefix, string row)
    {
        pieces.AddMarks(prefix);
        foreach (Match cell in Cell().Matches(row))
            if (HaveWords(cell.Value))
                pieces.AddWords(cell.Value);
            else
                pieces.AddMarks(cell.Value);
    }

    static IEnumerable<string> Lines(string text)
    {
        for (int at = 0, end; at < text.Length; at = end)
        {
            end = text.IndexOf('\n', at) + 1;
            if (end == 0)
                end = text.Length;
            yield return text[at..end];
        }
    }

    static bool HaveWords(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune))
                return true;
        return false;
    }

    [GeneratedRegex(@"^ {0,3}(`{3,}|~{3,})")]
    private static partial Regex Fence();

    /// <summary>Quotes, items of lists with their boxes, headings, footnotes.</summary>
    [GeneratedRegex(@"^(?:[ \t]+|>|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|[0-9]{1,9}[.)][ \t]+|\#{1,6}[ \t]+|\[\^[^\]\n]+\]:)*")]
    private static partial Regex Prefix();

    /// <summary>Up to the next line between cells; one behind a backslash is part of the words.</summary>
    [GeneratedRegex(@"\||(?:\\.|[^|\\]|\\)+", RegexOptions.Singleline)]
    private static partial Regex Cell();

    sealed class Collected
    {
        readonly List<MarkdownPiece> pieces = [];

        /// <summary>The last words are a paragraph's whose next line may follow.</summary>
        bool isOpen;

        public IReadOnlyList<MarkdownPiece> All => pieces;

        public void AddMarks(string marks)
        {
            isOpen = false;
            Append(marks);
        }

        public void AddWords(string text)
        {
            var (start, end) = (text.Length - text.TrimStart().Length, text.TrimEnd().Length);
            Append(text[..start]);
            pieces.Add(new(true, text[start..end]));
            Append(text[end..]);
            isOpen = false;
        }

        public void AddLine(string prefix, string rest)
        {
            if (isOpen && string.IsNullOrWhiteSpace(prefix))
                AddWords(TakeLast() + prefix + rest);
            else
            {
                Append(prefix);
                AddWords(rest);
            }
            isOpen = true;
        }

        /// <summary>The open words with the end of their line.</summary>
        string TakeLast()
        {
            var marks = pieces[^1].HasWords ? "" : pieces[^1].Value;
            if (marks.Length > 0)
                pieces.RemoveAt(pieces.Count - 1);
            var words = pieces[^1].Value;
            pieces.RemoveAt(pieces.Count - 1);
            return words + marks;
        }

        void Append(string marks)
        {
            if (marks.Length == 0)
                return;
            if (pieces is [.., { HasWords: false } last])
                pieces[^1] = new(false, last.Value + marks);
            else
                pieces.Add(new(false, marks));
        }
    }
}
