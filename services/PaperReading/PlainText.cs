namespace Integrationskonzept.PaperReading;

/// <summary>Blanks HTML tags, emphasis and heading marks out, without moving anything.</summary>
static class PlainText
{
    const int LongestTag = 200;

    public static string Of(string original)
    {
        var plain = original.ToCharArray();
        var lineStart = true;
        for (var i = 0; i < plain.Length; i++)
        {
            var c = plain[i];
            if (c == '<')
                BlankTag(plain, i);
            else if (c == '&')
                ReplaceEntity(plain, i);
            else if (c is '*' or '_' && i + 1 < plain.Length && plain[i + 1] == c)
                (plain[i], plain[i + 1]) = (' ', ' ');
            else if (c is '#' or '>' && lineStart)
                plain[i] = ' ';
            else if (c is '\u00A0' or '\u202F' or '\u2007' or '\uFEFF' or '\u200B' or '\u00AD' or '\r')
                plain[i] = ' ';
            else if (c is '\u2028' or '\u2029' or '\u0085' or '\f' or '\v')
                plain[i] = '\n';
            lineStart = plain[i] == '\n' || (lineStart && plain[i] == ' ');
        }

        return new string(plain);
    }

    static void BlankTag(char[] text, int at)
    {
        if (at + 1 >= text.Length || !(char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '/' or '!'))
            return;
        var end = Math.Min(text.Length, at + LongestTag);
        for (var i = at + 1; i < end && text[i] is not ('<' or '\n'); i++)
        {
            if (text[i] != '>')
                continue;
            Array.Fill(text, ' ', at, i - at + 1);
            return;
        }
    }

    static void ReplaceEntity(char[] text, int at)
    {
        foreach (
            var (entity, character) in (ReadOnlySpan<(string, char)>)
                [
                    ("&nbsp;", ' '),
                    ("&amp;", '&'),
                    ("&euro;", '€'),
                    ("&ndash;", '–'),
                    ("&auml;", 'ä'),
                    ("&ouml;", 'ö'),
                    ("&uuml;", 'ü'),
                    ("&szlig;", 'ß'),
                ]
        )
        {
            if (!text.AsSpan(at).StartsWith(entity))
                continue;
            Array.Fill(text, ' ', at, entity.Length);
            text[at] = character;
            return;
        }
    }
}
