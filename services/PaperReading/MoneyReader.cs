namespace Integrationskonzept.PaperReading;

/// <summary>Amounts in euros: 1.000 €, 7.000,00 EUR, 500,- Euro, € 500, ca. 400 bis 500 €.</summary>
static class MoneyReader
{
    const string Number = @"(\d{1,3}(\.\d{3}){1,3}|\d{1,9})(,\d{1,2}|,-{1,2}|,–)?";

    // "2.350,00" alone in its cell: with cents, in a column whose head says that it is euros.
    static readonly Pattern Column = new(@"^(\d{1,3}(\.\d{3}){1,3}|\d{1,6}),\d{2}$");

    static readonly Pattern Amount = new(
        $@"(?<about>\b(ca\.?|circa|etwa|rund|rd\.?|ungefähr|voraussichtlich|maximal|bis zu) {{0,3}})?(((?<from>\b{Number}) "
            + $@"?(€|euro|eur)? ?(-|–|bis) ?)?(?<amount>\b{Number}) ?(€|euros?\b|eur\b)|(€|\beur) ?(?<amount2>{Number}))"
    );

    /// <summary>In the text's order.</summary>
    public static IEnumerable<(Money Money, Span At)> All(SourceText text, Span span) =>
        Named(text, span).Concat(InColumns(text, span)).OrderBy(found => found.At.Start);

    static IEnumerable<(Money Money, Span At)> InColumns(SourceText text, Span span)
    {
        for (var i = text.LineAt(span.Start); i < text.Lines.Count && text.Lines[i].Start < span.End; i++)
        {
            var cells = Cells.Of(text, text.Lines[i]);
            foreach (var cell in cells.Where(cell => cells.Count > 1 && !cell.IsEmpty && cell.Start >= span.Start && cell.End <= span.End))
            {
                if (Column.IsMatch(text.Clean(cell)) && Read(text.Clean(cell)) is { } euros)
                    yield return (new(euros, false), cell);
            }
        }
    }

    static IEnumerable<(Money Money, Span At)> Named(SourceText text, Span span)
    {
        foreach (var match in text.Find(Amount, span))
        {
            var digits = match.Has("amount") ? match.Text("amount") : match.Text("amount2");
            if (Read(digits) is { } amount)
                yield return (new(amount, match.Has("about") || match.Has("from")), match.Span());
        }
    }

    static decimal? Read(string digits) =>
        NumberWords.ReadDecimal(digits.Replace(".", "", StringComparison.Ordinal).TrimEnd('-', '–').TrimEnd(','));
}
