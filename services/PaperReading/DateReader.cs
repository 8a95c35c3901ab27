using System.Globalization;
using System.Text.RegularExpressions;

namespace Integrationskonzept.PaperReading;

/// <summary>Dates as papers write them: 26.07.2022, 26.7.22, 26. Juli 2022, 2022-07-26.</summary>
static class DateReader
{
    public const string Months =
        "(?<month>januar|jänner|februar|märz|maerz|april|mai|juni|juli|august|september|oktober|"
        + "november|dezember|jan|feb|mär|mrz|apr|jun|jul|aug|sept|sep|okt|nov|dez)";

    static readonly Pattern Numeric = new(@"\b(?<d>\d{1,2})\. ?(?<m>\d{1,2})\. ?(?<y>\d{4}|\d{2})\b");
    static readonly Pattern Worded = new($@"\b(?<d>\d{{1,2}})\. ?{Months}\.? (?<y>\d{{4}})\b");
    static readonly Pattern Iso = new(@"\b(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})\b");

    static readonly string[] Stems = ["ja", "f", "m?r", "ap", "mai", "jun", "jul", "au", "s", "o", "n", "d"];

    /// <summary>The first date that the calendar has.</summary>
    public static (DateOnly Date, Span At)? First(SourceText text, Span span)
    {
        (DateOnly Date, Span At)? first = null;
        foreach (var pattern in (Pattern[])[Numeric, Worded, Iso])
        {
            foreach (var match in text.Find(pattern, span))
            {
                if (DateOf(match) is not { } date)
                    continue;
                if (first is null || match.Index < first.Value.At.Start)
                    first = (date, match.Span());
                break;
            }
        }

        return first;
    }

    /// <summary>All of them, in the text's order.</summary>
    public static IEnumerable<(DateOnly Date, Span At)> All(SourceText text, Span span)
    {
        while (First(text, span) is { } found)
        {
            yield return found;
            span = new(found.At.End, span.End);
        }
    }

    public static DateOnly? Date(int year, int month, int day) =>
        year is >= 1900 and <= 2199 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    public static int MonthOf(string name)
    {
        var word = name.ToLowerInvariant();
        if (word.StartsWith('m') && word != "mai")
            return 3;
        return Array.FindIndex(Stems, stem => word.StartsWith(stem, StringComparison.Ordinal)) + 1;
    }

    static DateOnly? DateOf(Match match)
    {
        var year = int.Parse(match.Text("y"), CultureInfo.InvariantCulture);
        var month = match.Has("month") ? MonthOf(match.Text("month")) : int.Parse(match.Text("m"), CultureInfo.InvariantCulture);
        return Date(year < 100 ? 2000 + year : year, month, int.Parse(match.Text("d"), CultureInfo.InvariantCulture));
    }
}
