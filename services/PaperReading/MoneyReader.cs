namespace Integrationskonzept.PaperReading;

/// <summary>Amounts in euros: 1.000 €, 7.000,00 EUR, 500,- Euro, € 500, ca. 400 bis 500 €.</summary>
static class MoneyReader
{
    const string Number = @"(\d{1,3}(\.\d{3}){1,3}|\d{1,9})(,\d{1,2}|,-{1,2}|,–)?";

    static readonly Pattern Amount = new(
        $@"(?<about>\b(ca\.?|circa|etwa|rund|rd\.?|ungefähr|voraussichtlich|maximal|bis zu) {{0,3}})?(((?<from>\b{Number}) "
            + $@"?(€|euro|eur)? ?(-|–|bis) ?)?(?<amount>\b{Number}) ?(€|euros?\b|eur\b)|(€|\beur) ?(?<amount2>{Number}))"
    );

    public static IEnumerable<(Money Money, Span At)> All(SourceText text, Span span)
    {
        foreach (var match in text.Find(Amount, span))
        {
            var digits = match.Has("amount") ? match.Text("amount") : match.Text("amount2");
            if (Read(digits) is { } euros)
                yield return (new(euros, match.Has("about") || match.Has("from")), match.Span());
        }
    }

    static decimal? Read(string digits) =>
        NumberWords.ReadDecimal(digits.Replace(".", "", StringComparison.Ordinal).TrimEnd('-', '–').TrimEnd(','));
}
