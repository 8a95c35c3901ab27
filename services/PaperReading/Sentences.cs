namespace Integrationskonzept.PaperReading;

/// <summary>Splits text into sentences and paragraphs, roughly: an abbreviation's point or a date's ends none.</summary>
static class Sentences
{
    static readonly string[] Abbreviations = ["einschl", "inkl", "zzgl", "exkl", "vorauss", "Vorl", "Haushaltsj", "öffentl", "gegebenenf"];

    public static IEnumerable<Span> Of(SourceText text, Span span)
    {
        var start = span.Start;
        for (var i = span.Start; i < span.End; i++)
        {
            if (!Ends(text.Plain, i, span))
                continue;
            yield return new(start, i + 1);
            start = i + 1;
        }

        if (start < span.End)
            yield return new(start, span.End);
    }

    /// <summary>Of more than three letters; shorter ones end no sentence anyway.</summary>
    public static bool IsAbbreviation(string word) =>
        Array.Exists(Abbreviations, abbreviation => word.StartsWith(abbreviation, StringComparison.OrdinalIgnoreCase));

    static readonly string[] Short = ["rd", "ca", "Nr", "bzw", "Abs", "ggf", "Std", "vgl", "lfd", "Art", "max", "min", "usw", "etc", "f"];

    /// <summary>A point behind a word of two letters or more that is not known to be shortened, before a capital.</summary>
    public static bool IsEnd(SourceText text, int at)
    {
        var plain = text.Plain;
        if (plain[at] != '.' || at + 2 >= plain.Length || !char.IsWhiteSpace(plain[at + 1]) || !char.IsUpper(plain[at + 2]))
            return false;
        var from = at;
        while (from > 0 && char.IsLetter(plain[from - 1]))
            from--;
        var word = plain[from..at];
        return word.Length > 1 && !IsShort(word);
    }

    /// <summary>"rd" or "inkl", before a point that ends no sentence.</summary>
    public static bool IsShort(string word) =>
        Short.Contains(word, StringComparer.OrdinalIgnoreCase) || word.Length > 3 && IsAbbreviation(word);

    /// <summary>Where the sentence begins in which a place lies; not further back than so many characters.</summary>
    public static int StartOf(SourceText text, int at, int furthest)
    {
        var span = new Span(Math.Max(0, at - furthest), at);
        for (var i = at - 2; i > span.Start; i--)
        {
            if (text.Plain[i] is ';' or ':' || Ends(text.Plain, i, new(span.Start, text.Plain.Length)))
                return i + 1;
        }

        return span.Start;
    }

    static bool Ends(string text, int i, Span span)
    {
        var c = text[i];
        if (c == '\n')
            return i > span.Start
                && (
                    i + 1 >= span.End || text[i - 1] == '\n' || text[i + 1] is '\n' or '-' or '*' or '•' or '|' || text[i - 1] is ':' or ';'
                );
        if (c is '!' or '?')
            return true;
        if (c != '.' || i + 2 >= span.End || !char.IsWhiteSpace(text[i + 1]) || !char.IsUpper(text[i + 2]))
            return false;
        // "3. Quartal", "ca. Ende": a number or a short word before the point.
        var letters = 0;
        for (var j = i - 1; j >= span.Start && char.IsLetter(text[j]); j--)
            letters++;
        return letters > 3 && !IsAbbreviation(text[(i - letters)..i]);
    }
}
