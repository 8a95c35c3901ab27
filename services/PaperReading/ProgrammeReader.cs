namespace Integrationskonzept.PaperReading;

/// <summary>Reads which events a paper plans and what they cost: first where it speaks of money, then elsewhere.</summary>
static class ProgrammeReader
{
    const int Most = 100;
    static readonly Pattern TotalWord = new(
        @"\b(gesamt(kosten|summe|betrag|betrages|aufwand|aufwendungen|bedarf|volumen|"
            + @"ausgaben)?|summe|insgesamt|zusammen)\b|\bkosten (in höhe )?von\b"
    );

    public static Programme Read(SourceText text, Outline outline)
    {
        var events = new List<Found<PlannedEvents>>();
        var segments = new List<Span>();
        foreach (var section in outline.Sections.Where(s => Labels.IsBody(s.Field)).OrderBy(s => s.Field == Field.Finance ? 0 : 1))
        {
            var here = new List<Found<PlannedEvents>>();
            foreach (var segment in EventSegments.Of(text, section.Content).Take(Most))
            {
                if (EventReader.Read(text, segment, section.Field == Field.Finance) is not { } planned)
                    continue;
                segments.Add(segment.Extent);
                here.Add(text.Found(planned, text.Trim(segment.Extent)));
            }

            Merge(events, here);
        }

        if (events.Count > Most)
            events.RemoveRange(Most, events.Count - Most);
        var totals = events.ConvertAll(e => e.Value.Total);
        return new(events, Total(text, outline, segments), totals.Count > 0 && totals.TrueForAll(t => t is not null) ? totals.Sum() : null);
    }

    /// <summary>What another section says of the same events fills gaps instead of counting twice.</summary>
    static void Merge(List<Found<PlannedEvents>> events, List<Found<PlannedEvents>> more)
    {
        var known = events.Count;
        foreach (var found in more)
        {
            var other = found.Value;
            var at = events.FindIndex(0, known, e => IsSame(e.Value, found.Value));
            if (at < 0)
            {
                events.Add(found);
                continue;
            }

            var first = events[at].Value;
            events[at] = events[at] with
            {
                Value = first with
                {
                    Count = first.Count ?? other.Count,
                    Days = first.Days ?? other.Days,
                    Hours = first.Hours ?? other.Hours,
                    UnitCost = first.UnitCost ?? other.UnitCost,
                    StatedTotal = first.StatedTotal ?? other.StatedTotal,
                },
            };
        }
    }

    static bool IsSame(PlannedEvents one, PlannedEvents other) =>
        one.Kind == other.Kind && (one.Count is null || other.Count is null || one.Count == other.Count);

    static Found<Money>? Total(SourceText text, Outline outline, List<Span> segments)
    {
        foreach (
            var section in outline.Of(Field.Finance).Concat(outline.Sections.Where(s => s.Field is Field.Resolution or Field.Reasoning))
        )
        {
            foreach (var word in text.Find(TotalWord, section.Content).Where(w => !Inside(w.Index)).Take(50))
            {
                var rest = new Span(word.Index + word.Length, Math.Min(section.Content.End, word.Index + word.Length + 120));
                var amounts = MoneyReader.All(text, rest).Where(a => !Inside(a.At.Start)).ToList();
                if (amounts.Count > 0)
                    return text.Found(amounts[0].Money, text.Trim(amounts[0].At));
            }
        }

        return null;

        bool Inside(int offset) => segments.Exists(s => s.Start <= offset && offset < s.End);
    }
}
