using System.Globalization;
using System.Text.RegularExpressions;

namespace Integrationskonzept.PaperReading;

/// <summary>Reads by when the work is to be done.</summary>
static class DeadlineReader
{
    static readonly Pattern Part = new(
        $@"\b(?<until>bis |spätestens )?(zum |zur |in |im )?((?<part>ende|mitte|anfang) (des )?(jahres "
            + $@")?({DateReader.Months} "
            + $@")?(?<y>\d{{4}})\b|(?<whole>jahresende|ende des jahres)( "
            + $@"(?<y>\d{{4}}))?\b|(?<quarter>[1-4]|i{{1,3}}|iv|erste[nrs]?|zweite[nrs]?|dritte[nrs]?|vierte[nrs]?)\.? quartals? "
            + $@"(?<y>\d{{4}})\b|{DateReader.Months} (?<y>\d{{4}})\b|(?<half>1|2|erste[ns]?|zweite[ns]?)\.? halbjahre?s? "
            + $@"(?<y>\d{{4}})\b)"
    );

    static readonly Pattern Until = new(@"\b(bis|spätestens|fristende|abgabe|fertigstellung|abschluss)\b");

    // "ist zum 30. September vorzulegen"
    static readonly Pattern By = new(@"\bzum $");
    static readonly Pattern Handed = new(@"^.{0,60}\b(vorzulegen|vorgelegt|abzuschließen|fertigzustellen)");
    static readonly Pattern Work = new(
        @"konzept|erarbeit|\barbeit(en)?\b|dauer|laufzeit|fertig|abgeschlossen|abschluss|vorgelegt|"
            + @"vorzulegen|vorlegen|vorliegen|\bliegt\b.{0,60}\bvor\b|in anspruch nehmen|umgesetzt|beendet|"
            + @"\bin die gremien\b|zur (abstimmung|beschlussfassung|entscheidung)|programm|\bplan soll\b"
    );
    static readonly Pattern AfterDecision = new(
        $@"\b(?<number>{NumberWords.Pattern}) (?<unit>wochen|monate?n?|jahre?s?n?) (nach|ab) (der |dem )?(beschluss|entscheidung|auftrag)"
    );
    static readonly Pattern Vague = new(@"voraussichtlich|etwa|circa|\bca\.|geplant|möglichst|angestrebt");

    public static Found<Deadline>? Read(SourceText text, Outline outline, DateOnly? written, DateOnly? decided)
    {
        (int Score, Found<Deadline> Found)? best = null;
        foreach (var sentence in outline.Bodies.SelectMany(b => Sentences.Of(text, b)).Where(s => s.Length < 2000))
        {
            if (!text.Find(Work, sentence).Any())
                continue;
            var vague = text.Find(Vague, sentence).Any();
            foreach (var (date, at, approximate, until) in Candidates(text, sentence, written))
            {
                var score = until ? 2 : 1;
                if (best is null || score > best.Value.Score)
                    best = (score, text.Found(new Deadline(date, approximate || vague), at));
            }

            if (best is null && decided is { } day && text.Find(AfterDecision, sentence).FirstOrDefault() is { } after)
                best = (1, text.Found(new Deadline(After(day, after), true), after.Span(), Sureness.Likely));
        }

        return best?.Found;
    }

    static DateOnly After(DateOnly decided, Match match)
    {
        var number = NumberWords.Read(match.Text("number")) ?? 0;
        return match.Text("unit")[0] switch
        {
            'w' or 'W' => decided.AddDays(7 * number),
            'j' or 'J' => decided.AddYears(number),
            _ => decided.AddMonths(number),
        };
    }

    static IEnumerable<(DateOnly Date, Span At, bool Approximate, bool Until)> Candidates(SourceText text, Span sentence, DateOnly? written)
    {
        foreach (var day in DateReader.All(text, sentence))
        {
            var before = new Span(Math.Max(sentence.Start, day.At.Start - 30), day.At.Start);
            if (text.Find(Until, before).Any() || (text.Find(By, before).Any() && text.Find(Handed, new(day.At.End, sentence.End)).Any()))
                yield return (day.Date, day.At, false, true);
        }

        foreach (var match in text.Find(Part, sentence))
        {
            // "bis Jahresende": of the year in which the paper was written.
            var year = match.Has("y") ? int.Parse(match.Text("y"), CultureInfo.InvariantCulture) : written?.Year ?? 0;
            if (year is < 1990 or > 2199 || LastDay(match, year) is not ({ } date, var approximate))
                continue;
            var until = match.Has("until") || text.Find(Until, new(Math.Max(sentence.Start, match.Index - 30), match.Index)).Any();
            // A bare month and year, as in "seit März 2015", is no deadline.
            if (until || match.Has("part") || match.Has("whole") || match.Has("quarter") || match.Has("half"))
                yield return (date, match.Span(), approximate, until);
        }
    }

    static (DateOnly? Date, bool Approximate) LastDay(Match match, int year)
    {
        var part = match.Text("part").ToLowerInvariant();
        if (match.Has("quarter"))
            return (End(year, Ordinal(match.Text("quarter")) * 3), true);
        if (match.Has("half"))
            return (End(year, Ordinal(match.Text("half")) * 6), true);
        if (match.Has("month"))
        {
            var month = DateReader.MonthOf(match.Text("month"));
            return part switch
            {
                "mitte" => (DateReader.Date(year, month, 15), true),
                "anfang" => (DateReader.Date(year, month, 10), true),
                _ => (End(year, month), false),
            };
        }

        return part switch
        {
            "mitte" => (End(year, 6), true),
            "anfang" => (End(year, 3), true),
            _ => (End(year, 12), false),
        };
    }

    static DateOnly? End(int year, int month) =>
        month is >= 1 and <= 12 ? DateReader.Date(year, month, DateTime.DaysInMonth(year, month)) : null;

    static int Ordinal(string word) =>
        word.ToLowerInvariant() switch
        {
            "i" => 1,
            "ii" => 2,
            "iii" => 3,
            "iv" => 4,
            var w when char.IsDigit(w[0]) => w[0] - '0',
            var w => w[0] switch
            {
                'e' => 1,
                'z' => 2,
                'd' => 3,
                _ => 4,
            },
        };
}
