namespace Integrationskonzept.PaperReading;

/// <summary>What one place of a paper says of an event; other places may say more.</summary>
/// <param name="Title">The paper's word for it.</param>
/// <param name="Count">How many there are.</param>
/// <param name="PerTopicArea">How many of them each Themenfeld has.</param>
/// <param name="Days">How long one takes, in days.</param>
/// <param name="Hours">How long one takes, in hours.</param>
/// <param name="UnitCost">What one costs.</param>
/// <param name="Total">What all of them cost.</param>
/// <param name="At">Where it stands.</param>
sealed record EventMention(
    string Title,
    int? Count,
    int? PerTopicArea,
    decimal? Days,
    decimal? Hours,
    Money? UnitCost,
    Money? Total,
    Span At
)
{
    /// <summary>"Konferenz (Auftakt)"</summary>
    public bool IsOpening { get; init; }

    public bool SaysNothing => (Count ?? PerTopicArea ?? Days ?? Hours) is null && UnitCost is null && Total is null;
}

/// <summary>Reads count, length and cost of one kind of event.</summary>
static class EventReader
{
    const int Before = 200;

    static readonly Pattern Times = new($@"\b(?<number>{NumberWords.Pattern}) ?(x|×|mal|stück|stk\.?)( |\d|$|\p{{L}})");
    static readonly Pattern NumberBefore = new(
        $@"\b(?<number>(?i:{NumberWords.Pattern})) (\p{{Ll}}[\p{{Ll}}\d,/-]*(e|en|er|es|n) |\d,\d-)*(\p{{Lu}}[\p{{L}}]*-|\d,5-)?$",
        ignoreCase: false
    );

    // "ein Workshop" tells of one, not that there is no other.
    static readonly Pattern Article = new(@"^ein(e[nmrs]?)?$");
    static readonly Pattern IsOpened = new(@"\(auftakt\)|\bals (auftakt|eröffnung)");
    static readonly Pattern Only = new(@"^(?<number>\d{1,3}) ?(x|×)?$");
    static readonly Pattern PerTopicArea = new($@"\b(je|pro|jede[smnr]?) ({TopicAreaReader.Word}|thema\b|bereich\b)");
    static readonly Pattern Rate = new(
        @"\b(pro|je|im|jedes|jeden) (jahr|halbjahr|quartal|monat|woche)\b|\b(monatlich|wöchentlich|vierteljährlich|halbjährlich)\b|"
            + $@"\b(alle|aller|innerhalb von|im abstand von|binnen) {NumberWords.Pattern} (wochen|monaten?)\b|\bjede[nmrs] "
            + $@"(zweiten?|dritten?) (monat|woche)"
    );
    static readonly Pattern Days = new(
        @"\b(?<days>\d{1,2}([.,]\d{1,2})?) ?-? "
            + @"?(tage?s?n?|tägige?[nrs]?)\b|(?<half>\b(halbtägige?[nrs]?|halbtags|halbe[nrs]? tage?s?|halben tag|½ "
            + @"?-?tage?s?))|(?<one>\b(eintägige?[nrs]?|ganztägige?[nrs]?|ein(en|em)? (ganze[nr]? "
            + @")?tag)\b)|(?<two>\b(zweitägige?[nrs]?|zwei "
            + @"tagen?)\b)|(?<three>\bdreitägige?[nrs]?\b)"
    );
    static readonly Pattern Hours = new(
        $@"\b((?<hours>\d{{1,2}}([.,]\d{{1,2}})?)|(?<word>zwei|drei|vier|fünf|sechs|acht)) "
            + $@"?-?(std\.?|stunden?|h)\b|\b(?<word2>zwei|drei|vier|fünf|sechs)stündige?[nrs]?\b"
    );

    // "samstags von 10 bis 16 Uhr"
    static readonly Pattern Clock = new(@"\b(von )?(?<from>\d{1,2})([.:]00)?( uhr)? ?(bis|-|–) ?(?<to>\d{1,2})([.:]00)? uhr\b");

    public static EventMention Read(SourceText text, EventSegment segment)
    {
        var extent = segment.Extent;
        var (days, hours, taken) = Length(text, extent);
        var cell = segment.IsTableRow ? CountCell(text, extent) : null;
        var count = cell ?? Count(text, segment, taken);
        var before = text.Clean(new(Sentences.StartOf(text, segment.Noun.Start, Before), segment.Noun.Start));
        var isShare =
            PerTopicArea.IsMatch(before[(before.LastIndexOf(')') + 1)..])
            && EventWords.KindOf(text.Clean(segment.Noun)) != EventKind.Kickoff;
        var isRate = !isShare && Rate.IsMatch(before);
        var title = text.Clean(segment.Noun);
        var (unit, total) = EventCosts.Read(text, extent, isShare || isRate ? null : count, EventWords.IsPlural(title), segment.IsTableRow);
        return new(
            title,
            isShare || isRate ? null : count,
            isShare ? count ?? (EventWords.IsPlural(title) ? null : 1) : null,
            days,
            hours,
            unit,
            total ?? (unit is null ? EventCosts.Under(text, extent) : null),
            text.Trim(extent)
        )
        {
            IsOpening = IsOpened.IsMatch(text.Clean(extent)),
        };
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

        foreach (var match in text.Find(Clock, extent))
        {
            taken.Add(match.Span());
            if (NumberWords.Read(match.Text("to")) - NumberWords.Read(match.Text("from")) is > 0 and < 24 and var length)
                hours ??= length;
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

    // "Werkstätten, und zwar drei je Schwerpunkt, also insgesamt 15 zu je 640 €"
    static readonly Pattern InAll = new($@"\binsgesamt (?<number>{NumberWords.Pattern}) (zu|à|mit) ");

    static int? Count(SourceText text, EventSegment segment, List<Span> taken)
    {
        if (text.Find(InAll, segment.Extent).FirstOrDefault() is { } all)
            return NumberWords.Read(all.Text("number"));
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
            var before = NumberBefore.Match(text.Plain, segment.Extent.Start, noun.Index - segment.Extent.Start);
            if (before.Success && !Article.IsMatch(before.Text("number")) && NumberWords.Read(before.Text("number")) is > 0 and var count)
                return count;
        }

        return null;
    }
}
