namespace Integrationskonzept.PaperReading;

/// <summary>Reads count, length and cost of one kind of event.</summary>
static class EventReader
{
    static readonly Pattern Times = new($@"\b(?<number>{NumberWords.Pattern}) ?(x|×|mal|stück|stk\.?)( |\d|$|\p{{L}})");
    static readonly Pattern Before = new(
        $@"\b(?<number>(?i:{NumberWords.Pattern})) (\p{{Ll}}[\p{{Ll}}\d,/-]*(e|en|er|es|n) |\d,\d-)*(\p{{Lu}}[\p{{L}}]*-|\d,5-)?$",
        ignoreCase: false
    );
    static readonly Pattern Only = new(@"^(?<number>\d{1,3}) ?(x|×)?$");
    static readonly Pattern Days = new(
        @"\b(?<days>\d{1,2}([.,]\d{1,2})?) ?-? "
            + @"?(tage?s?n?|tägige?[nrs]?)\b|(?<half>\b(halbtägige?[nrs]?|halbtags|halbe[nrs]? tage?s?|½ "
            + @"?-?tage?s?))|(?<one>\b(eintägige?[nrs]?|ganztägige?[nrs]?|ein(en)? tag)\b)|(?<two>\b(zweitägige?[nrs]?|zwei "
            + @"tagen?)\b)|(?<three>\bdreitägige?[nrs]?\b)"
    );
    static readonly Pattern Hours = new(
        $@"\b((?<hours>\d{{1,2}}([.,]\d{{1,2}})?)|(?<word>zwei|drei|vier|fünf|sechs|acht)) "
            + $@"?-?(std\.?|stunden?|h)\b|\b(?<word2>zwei|drei|vier|fünf|sechs)stündige?[nrs]?\b"
    );
    static readonly Pattern UnitBefore = new(@"(\bà|\bá|\ba|\bje|\bzu|\bpro|\bjeweils|[x×]|\bvon je|@)( je| jeweils| rund| ca\.?)?\s*$");
    static readonly Pattern UnitAfter = new(@"^\s*(\(?netto\)? |\(?brutto\)? )?(je|pro|jeweils|/)\b?");
    static readonly Pattern TotalBefore = new(
        @"(=|\binsgesamt|\bgesamt|\bzusammen|\bsomit|\bergibt|\bmacht|:)(( also| rund| von| ca\.?)*)\s*$"
    );

    /// <summary>What the segment says; null when it says nothing that could be planned with.</summary>
    public static PlannedEvents? Read(SourceText text, EventSegment segment, bool aboutMoney)
    {
        var extent = segment.Extent;
        var amounts = MoneyReader.All(text, extent).ToList();
        var (days, hours, taken) = Length(text, extent);
        var explicitCount = segment.IsTableRow && CountCell(text, extent) is { } cell ? cell : Count(text, segment, taken);
        var known = explicitCount is not null || amounts.Count > 0;
        if (!known && !(aboutMoney && (days is not null || hours is not null)))
            return null;

        var title = text.Clean(segment.Noun);
        var count = explicitCount ?? (EventWords.IsPlural(title) ? null : 1);
        var (unit, total) = Costs(text, extent, amounts, count, segment.IsTableRow);
        return new(EventWords.KindOf(title), title, count, days, hours, unit, total);
    }

    static (decimal? Days, decimal? Hours, List<Span> Taken) Length(SourceText text, Span extent)
    {
        var taken = new List<Span>();
        decimal? days = null,
            hours = null;
        foreach (var match in text.Find(Days, extent))
        {
            taken.Add(match.Span());
            days ??=
                match.Has("days") ? NumberWords.ReadDecimal(match.Text("days"))
                : match.Has("half") ? 0.5m
                : match.Has("one") ? 1
                : match.Has("two") ? 2
                : 3;
        }

        foreach (var match in text.Find(Hours, extent))
        {
            taken.Add(match.Span());
            hours ??= match.Has("hours")
                ? NumberWords.ReadDecimal(match.Text("hours"))
                : NumberWords.Read(match.Has("word") ? match.Text("word") : match.Text("word2"));
        }

        return (days, hours, taken);
    }

    static int? CountCell(SourceText text, Span line)
    {
        foreach (var cell in Cells.Of(text, line))
        {
            if (Only.Match(text.Clean(cell)) is { Success: true } match)
                return NumberWords.Read(match.Text("number"));
        }

        return null;
    }

    static int? Count(SourceText text, EventSegment segment, List<Span> taken)
    {
        foreach (var match in text.Find(Times, segment.Extent))
        {
            var number = match.Groups["number"].Span();
            if (
                !taken.Exists(t => t.Start <= number.Start && number.Start < t.End)
                && NumberWords.Read(match.Text("number")) is > 0 and var times
            )
                return times;
        }

        foreach (var noun in text.Find(EventWords.Noun, segment.Extent))
        {
            var before = Before.Match(text.Plain, segment.Extent.Start, noun.Index - segment.Extent.Start);
            if (before.Success && NumberWords.Read(before.Text("number")) is > 0 and var count)
                return count;
        }

        return null;
    }

    static (Money? Unit, Money? Total) Costs(
        SourceText text,
        Span extent,
        List<(Money Money, Span At)> amounts,
        int? count,
        bool isTableRow
    )
    {
        Money? unit = null,
            total = null;
        var others = new List<Money>();
        foreach (var (money, at) in amounts)
        {
            var before = new Span(Math.Max(extent.Start, at.Start - 20), at.Start);
            if (text.Find(TotalBefore, before).Any())
                total ??= money;
            else if (
                text.Find(UnitBefore, before).Any() || UnitAfter.Match(text.Plain, at.End, Math.Min(14, text.Plain.Length - at.End)).Success
            )
                unit ??= money;
            else
                others.Add(money);
        }

        foreach (var money in others)
        {
            if (isTableRow && unit is null && others.Count > 1)
                unit = money;
            else if (count is null or > 1)
                total ??= money;
            else
                unit ??= money;
        }

        return (unit, total);
    }
}
