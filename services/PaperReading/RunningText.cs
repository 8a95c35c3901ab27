namespace Integrationskonzept.PaperReading;

/// <summary>Tells running text, that a program broke into lines, from what is a line by itself.</summary>
static class RunningText
{
    /// <summary>In characters: a line of that length may have ended because it was full.</summary>
    const int Full = 55;

    /// <summary>A label stands in so many characters before its colon.</summary>
    const int Label = 40;

    static readonly string[] Units = ["Euro", "EUR", "Stunden", "Std", "Uhr", "Tage", "Wochen", "Monate", "Prozent"];

    public static bool IsTable(ReadOnlySpan<char> line)
    {
        var words = line.Trim();
        return words.Contains("   ", StringComparison.Ordinal) || words.Count("  ") > 1 || words.IndexOfAny('|', '\t') >= 0;
    }

    /// <summary>"rd." or "ca." ends no sentence.</summary>
    static bool EndsShort(ReadOnlySpan<char> line)
    {
        var words = line.TrimEnd();
        if (!words.EndsWith("."))
            return false;
        var from = words.Length - 1;
        while (from > 0 && char.IsLetter(words[from - 1]))
            from--;
        return Sentences.IsShort(words[from..^1].ToString());
    }

    /// <summary>Rows in words: two that begin alike with a number each, or one such as "für den Kreisausschuss am 17.06.2024".</summary>
    static bool AreAlike(ReadOnlySpan<char> line, ReadOnlySpan<char> next)
    {
        var word = next.IndexOf(' ');
        return word > 0
            && HasNumber(next)
            && (
                line.TrimStart().StartsWith(next[..(word + 1)]) && HasNumber(line)
                || next.StartsWith("für den ")
                || next.StartsWith("für die ")
            );
    }

    /// <summary>"2.400" and on the next line "Euro".</summary>
    static bool IsUnit(ReadOnlySpan<char> next)
    {
        foreach (var unit in Units)
        {
            if (next.StartsWith(unit))
                return true;
        }

        return false;
    }

    /// <summary>"2. Quartal" begins no list.</summary>
    static bool IsPartOfYear(ReadOnlySpan<char> next) =>
        next.Length > 3 && (next[3..].StartsWith("Quartal") || next[3..].StartsWith("Halbjahr"));

    static bool HasNumber(ReadOnlySpan<char> line) => line.ContainsAnyInRange('0', '9');

    /// <summary>Whether the next line goes on with the sentence.</summary>
    /// <param name="line">The line.</param>
    /// <param name="next">The one under it, without blanks before it.</param>
    /// <param name="isInside">The line itself went on with one.</param>
    public static bool GoesOn(ReadOnlySpan<char> line, ReadOnlySpan<char> next, bool isInside)
    {
        if (line.IsWhiteSpace() || next.Length < 2 || IsTable(line) || IsTable(next))
            return false;
        var isFull = line.Length >= Full;
        var last = line.TrimEnd()[^1];
        if (!isInside && Labels.IsLabel(line) || !(isFull && char.IsLower(last)) && Labels.IsLabel(next))
            return false;
        if (next[1] is ')' or '.' && (next.Length < 3 || !char.IsDigit(next[2])) && !IsPartOfYear(next) || AreAlike(line, next))
            return false; // a list
        if ((isFull || isInside) && (next[0] is '(' or '€' || EndsShort(line) || char.IsDigit(last) && IsUnit(next)))
            return true;
        if (char.IsLower(next[0]))
            return isFull || isInside || char.IsLetter(last) || last is ',' or '-' or '€';
        return (isFull || isInside)
            && char.IsLetterOrDigit(next[0])
            && (char.IsLetter(last) || last is ',' or '-' or '€')
            && !next[..Math.Min(next.Length, Label)].Contains(':');
    }
}
