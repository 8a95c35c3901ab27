namespace Integrationskonzept.PaperReading;

/// <summary>Tells what one event costs from what all of them cost.</summary>
static class EventCosts
{
    const int Reach = 24;

    static readonly Pattern Item = new(@"^[-*•–·] ?\S");
    static readonly Pattern UnitBefore = new(
        @"(\bà|\bá|\ba|\bje|\bzu|\bpro|\bjeweils|[x×]|\bvon je|@)( je| jeweils| rund| rd\.?| ca\.?)?\s*$|\b(je|pro|für "
            + @"jede[nrs]?|jede[rs]?) \p{L}+ ?$"
    );
    static readonly Pattern UnitAfter = new(@"^[ \t]*(\(?netto\)? |\(?brutto\)? )?((je|pro|jeweils)\b|/)");
    static readonly Pattern TotalBefore = new(
        @"(=|\binsgesamt|\bgesamt|\bzusammen|\bsomit|\bergibt|\bmacht|:)(( also| rund| von| ca\.?)*)\s*$"
    );

    /// <summary>The sum of the items under a line that names an event and no amount.</summary>
    public static Money? Under(SourceText text, Span extent)
    {
        var at = text.LineAt(extent.End);
        var depth = Depth(text, text.Lines[text.LineAt(text.Trim(extent).Start)]);
        decimal sum = 0;
        for (at++; at < text.Lines.Count && Depth(text, text.Lines[at]) > depth && Item.IsMatch(text.Clean(text.Lines[at])); at++)
        {
            if (MoneyReader.All(text, text.Lines[at]).ToList() is not [var (money, _)])
                return null;
            sum += money.Euros;
        }

        return sum > 0 ? new(sum, false) : null;
    }

    static int Depth(SourceText text, Span line) => text.Trim(line).Start - line.Start;

    public static (Money? Unit, Money? Total) Read(SourceText text, Span extent, int? count, bool isPlural, bool isTableRow)
    {
        Money? unit = null,
            total = null;
        var others = new List<Money>();
        foreach (var (money, at) in MoneyReader.All(text, extent))
        {
            var before = new Span(Math.Max(extent.Start, at.Start - Reach), at.Start);
            if (UnitAfter.Match(text.Plain, at.End, Math.Min(14, text.Plain.Length - at.End)).Success)
                unit ??= money;
            else if (text.Find(TotalBefore, before).Any())
                total ??= money;
            else if (text.Find(UnitBefore, before).Any())
                unit ??= money;
            else
                others.Add(money);
        }

        foreach (var money in others)
        {
            if (isTableRow && unit is null && others.Count > 1)
                unit = money;
            else if (count > 1 || (count is null && isPlural))
                total ??= money;
            else
                unit ??= money;
        }

        return (unit, total);
    }
}
