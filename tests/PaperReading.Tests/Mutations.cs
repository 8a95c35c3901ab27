using System.Text;
using System.Text.RegularExpressions;

namespace Integrationskonzept.PaperReading.Tests;

/// <summary>What happens to a text on its way from one program to another, and changes nothing of what it says.</summary>
static partial class Mutations
{
    public static IEnumerable<(string How, string Text)> Of(string text)
    {
        yield return ("CRLF", text.Replace("\n", "\r\n", StringComparison.Ordinal));
        yield return ("CR", text.Replace("\n", "\r", StringComparison.Ordinal));
        yield return ("no-break spaces", Single().Replace(text, "\u00A0"));
        yield return ("soft hyphens", LongWord().Replace(text, "$1\u00AD$2"));
        yield return ("byte order mark", "\uFEFF" + text);
        yield return ("trailing blanks", text.Replace("\n", "  \n", StringComparison.Ordinal));
        yield return ("form feeds", text.Replace("\n\n", "\f\n\n", StringComparison.Ordinal));
        yield return ("entities", string.Concat(text.Select(c => c is 'ä' or 'ö' or 'ü' or 'ß' or '€' ? $"&#{(int)c};" : c.ToString())));
        yield return ("typographic quotes", Quoted().Replace(text, "„$1“"));
        yield return ("Windows-1252", Windows(text));
        yield return ("labels in capitals", Label().Replace(text, label => label.Value.ToUpperInvariant()));
        yield return ("narrow lines", string.Join('\n', text.Split('\n').Select(Narrow)));
    }

    /// <summary>Running text, broken after 72 characters, also within long words.</summary>
    static string Narrow(string line)
    {
        const int Width = 72;
        if (line.Length <= Width || line.Contains("  ", StringComparison.Ordinal) || line.Contains('|', StringComparison.Ordinal))
            return line;
        var (narrow, column) = (new StringBuilder(), 0);
        foreach (var word in line.Split(' '))
        {
            if (column > 0 && column + 1 + word.Length > Width)
            {
                var fits = Width - column - 2;
                var isBroken = word.Length > 12 && word.All(char.IsLetter) && fits > 3 && fits < word.Length - 3;
                narrow.Append(isBroken ? $" {word[..fits]}-\n{word[fits..]}" : $"\n{word}");
                column = isBroken ? word.Length - fits : word.Length;
            }
            else
            {
                narrow.Append(column > 0 ? " " : "").Append(word);
                column += word.Length + 1;
            }
        }

        return narrow.ToString();
    }

    /// <summary>What that code page has is the same after it was decoded as what it is.</summary>
    static string Windows(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var windows = Encoding.GetEncoding(1252);
        return windows.GetString(windows.GetBytes(text));
    }

    [GeneratedRegex(
        @"(?m)^(Betreff|Betr\.|Thema|Gegenstand|Bezeichnung|Beschluss\p{L}*|Begründung|Sach\p{L}+|Finanzielle Auswirkungen|Kosten)(?=:?$)"
    )]
    private static partial Regex Label();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<=\p{L}) (?=\p{L})")]
    private static partial Regex Single();

    [GeneratedRegex(@"(?<=\s)(\p{Lu}\p{Ll}{4,})(\p{Ll}{4,})")]
    private static partial Regex LongWord();
}
