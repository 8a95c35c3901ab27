namespace Integrationskonzept.Drafting.Translations.Xliff;

/// <summary>A paragraph, heading, item or cell with the marks around it.</summary>
/// <param name="Before">Marks that stay, such as <c>## </c>.</param>
/// <param name="Source">Words of the section.</param>
/// <param name="Target">The same in the other language, if there is a translation of them.</param>
/// <param name="After">Marks that stay, such as blank lines.</param>
sealed record XliffUnit(string Before, string Source, string? Target, string After)
{
    /// <summary>What is to be translated of a text, in its order.</summary>
    /// <param name="source">The text as it is now.</param>
    /// <param name="translation">What it says in the other language, if anything.</param>
    /// <param name="translatedFrom">The text that was translated; null where nobody knows it any more.</param>
    public static IReadOnlyList<XliffUnit> Of(string source, string? translation, string? translatedFrom)
    {
        var units = Split(source);
        if (translation is null || translatedFrom is null)
            return units;
        var (then, told) = (Split(translatedFrom), Split(translation));
        var isAlike = then.Count == told.Count && then.Zip(told).All(pair => HaveSameMarks(pair.First, pair.Second));
        if (source == translatedFrom)
            return isAlike ? [.. units.Zip(told, (unit, other) => unit with { Target = other.Source })] : Whole(source, translation);
        // The section moved on: what it says as before is translated as before.
        if (!isAlike)
            return units;
        var known = new Dictionary<string, string>();
        foreach (var (before, other) in then.Zip(told))
            known.TryAdd(before.Source, other.Source);
        return [.. units.Select(unit => unit with { Target = known.GetValueOrDefault(unit.Source) })];
    }

    static bool HaveSameMarks(XliffUnit one, XliffUnit other) => one.Before == other.Before && one.After == other.After;

    /// <summary>Where a translation has other paragraphs than its source, as easy language has, nobody knows which match.</summary>
    static IReadOnlyList<XliffUnit> Whole(string source, string? translation) => [new("", source, translation, "")];

    static IReadOnlyList<XliffUnit> Split(string markdown)
    {
        var units = new List<XliffUnit>();
        var before = "";
        foreach (var piece in MarkdownPieces.Split(markdown))
            if (piece.HasWords)
            {
                units.Add(new(before, piece.Value, null, ""));
                before = "";
            }
            else if (units.Count == 0)
                before = piece.Value;
            else
            {
                // Ends of lines belong to what is before them, marks at the beginning of a line to what follows.
                var line = piece.Value.LastIndexOf('\n') + 1;
                units[^1] = units[^1] with { After = piece.Value[..line] };
                before = piece.Value[line..];
            }
        if (units.Count == 0)
            return markdown.Length == 0 ? [] : Whole(markdown, null);
        units[^1] = units[^1] with { After = units[^1].After + before };
        return units;
    }
}
