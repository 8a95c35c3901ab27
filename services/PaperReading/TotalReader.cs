namespace Integrationskonzept.PaperReading;

/// <summary>Reads what all events cost together: of several sums the one that the entries make, else the first.</summary>
static class TotalReader
{
    const int Reach = 120,
        Most = 50;

    static readonly Pattern Word = new(
        @"\b(gesamt(kosten|summe|betrag|betrages|aufwand|aufwendungen|bedarf|volumen|"
            + @"ausgaben)?|summe|insgesamt|zusammen)\b|\bkosten (in höhe )?von\b|\b(ein|der|einen) (bedarf|aufwand|"
            + @"mittelbedarf) (in höhe )?von\b"
    );

    // What the resolution grants is meant as the sum, too.
    static readonly Pattern Granted = new(@"\b(mittel|kosten|betrag|budget|höhe)\b");

    /// <summary>The sum that is believed, and then others that are stated beside it.</summary>
    public static IReadOnlyList<Found<Money>> Read(SourceText text, Outline outline, List<Span> segments, decimal? computed)
    {
        var sums = outline
            .Of(Field.Finance)
            .Concat(outline.Sections.Where(section => section.Field is Field.Resolution or Field.Reasoning))
            .SelectMany(section => Sums(text, section.Content, segments, Word))
            .ToList();
        var granted = outline.Of(Field.Resolution).SelectMany(section => Sums(text, section.Content, segments, Granted)).Take(1);
        var believed = sums.Find(sum => sum.Value.Euros == computed) ?? sums.FirstOrDefault() ?? granted.FirstOrDefault();
        return believed is null
            ? []
            : [believed, .. sums.Concat(granted).Where(sum => sum.Value.Euros != believed.Value.Euros).DistinctBy(sum => sum.Value.Euros)];
    }

    static IEnumerable<Found<Money>> Sums(SourceText text, Span section, List<Span> segments, Pattern pattern)
    {
        foreach (var word in text.Find(pattern, section).Where(word => !IsInside(word.Index)).Take(Most))
        {
            var rest = new Span(word.Index + word.Length, Math.Min(section.End, word.Index + word.Length + Reach));
            foreach (var (money, at) in MoneyReader.All(text, rest).Where(amount => !IsInside(amount.At.Start)).Take(1))
                yield return text.Found(money, text.Trim(at));
        }

        bool IsInside(int offset) => segments.Exists(segment => segment.Start <= offset && offset < segment.End);
    }
}
