namespace Integrationskonzept.PaperReading;

/// <summary>Reads which events a paper plans and what they cost: first where it speaks of money, then elsewhere.</summary>
static class ProgrammeReader
{
    const int Most = 100;

    static readonly Pattern Opening = new(
        @"\b(den (auftakt|anfang|beginn) (bildet|macht)|(beginnt|startet|begonnen wird|eröffnet wird) mit|"
            + @"(zu beginn|am anfang|zum auftakt|zur eröffnung|zunächst) (steht|stehen|findet|gibt es|ist|wird)) "
            + @"(ein\p{L}* )?((?-i:\p{Ll}+) )?(?<noun>\p{L}+)"
    );

    public static Programme Read(SourceText text, Outline outline, int topicAreas)
    {
        var planned = new List<Plan>();
        var segments = new List<Span>();
        foreach (var section in outline.Sections.Where(s => Labels.IsBody(s.Field)).OrderBy(s => s.Field == Field.Finance ? 0 : 1))
        {
            var isMoney = section.Field == Field.Finance;
            foreach (var segment in EventSegments.Of(text, section.Content).Take(Most))
            {
                var mention = EventReader.Read(text, segment);
                if (mention.SaysNothing || EventWords.IsGeneral(mention.Title) && mention.Count is null)
                    continue;
                if (mention.UnitCost is not null || mention.Total is not null || isMoney)
                    segments.Add(segment.Extent);
                Take(planned, mention, section.Heading, isMoney);
            }
        }

        var opening = outline
            .Bodies.SelectMany(body => text.Find(Opening, body))
            .Select(match => EventWords.StemOf(match.Text("noun")))
            .ToHashSet();
        var events = planned.Where(plan => plan.IsPlanned).Take(Most).Select(plan => plan.Done(text, opening, topicAreas)).ToList();
        NameSeries(events, topicAreas);
        var costs = events.ConvertAll(found => found.Value.Total);
        var computed = costs.Count > 0 && costs.TrueForAll(cost => cost is not null) ? costs.Sum() : null;
        var totals = TotalReader.Read(text, outline, segments, computed);
        return new(events, totals is [var believed, ..] ? believed : null, computed, [.. totals.Skip(1)]);
    }

    /// <summary>What another place says of the same events fills gaps instead of counting twice.</summary>
    static void Take(List<Plan> planned, EventMention mention, Span section, bool isMoney)
    {
        if (planned.Find(plan => plan.IsSame(mention, section)) is { } same)
            same.Add(mention);
        else
            planned.Add(new(mention, section, isMoney));
    }

    /// <summary>Events that belong to the Themenfelder are its workshops, whatever the paper calls them.</summary>
    static void NameSeries(List<Found<PlannedEvents>> events, int topicAreas)
    {
        if (events.Exists(found => found.Value.Kind == EventKind.Workshop))
            return;
        var at = events.FindIndex(found =>
            found.Value is { Kind: EventKind.Other, Count: > 1 and var count } && topicAreas > 1 && count % topicAreas == 0
        );
        if (at >= 0)
            events[at] = events[at] with { Value = events[at].Value with { Kind = EventKind.Workshop }, Sureness = Sureness.Likely };
    }

    /// <summary>All that is said of one kind of event.</summary>
    sealed class Plan(EventMention first, Span section, bool isMoney)
    {
        readonly string stem = EventWords.StemOf(first.Title);
        readonly EventKind kind = first.IsOpening ? EventKind.Kickoff : EventWords.KindOf(first.Title);
        EventMention said = first;
        bool hasCost = first.UnitCost is not null || first.Total is not null;

        /// <summary>A number, a cost or a share: something to plan with; where money is spoken of, a length is enough.</summary>
        public bool IsPlanned => said.Count is not null || hasCost || said.PerTopicArea is not null || isMoney;

        public bool IsSame(EventMention other, Span where)
        {
            if (said.Count is not null && other.Count is not null && said.Count != other.Count)
                return false;
            var otherStem = EventWords.StemOf(other.Title);
            if (stem == otherStem)
                return true;
            var otherKind = other.IsOpening ? EventKind.Kickoff : EventWords.KindOf(other.Title);
            return kind == otherKind && (kind == EventKind.Kickoff || (where != section && kind != EventKind.Other))
                || (
                    where != section
                    && (stem.EndsWith(otherStem, StringComparison.Ordinal) || otherStem.EndsWith(stem, StringComparison.Ordinal))
                    && (said.Count == other.Count || kind != EventKind.Kickoff && !EventWords.IsGeneral(other.Title))
                );
        }

        public void Add(EventMention other)
        {
            hasCost |= other.UnitCost is not null || other.Total is not null;
            said = said with
            {
                Count = said.Count ?? other.Count,
                PerTopicArea = said.PerTopicArea ?? other.PerTopicArea,
                Days = said.Days ?? other.Days,
                Hours = said.Hours ?? other.Hours,
                UnitCost = said.UnitCost ?? other.UnitCost,
                Total = said.Total ?? other.Total,
            };
        }

        public Found<PlannedEvents> Done(SourceText text, HashSet<string> opening, int topicAreas)
        {
            var isDerived = said.Count is null && said.PerTopicArea is not null && topicAreas > 0;
            var count =
                said.Count
                ?? (
                    isDerived ? said.PerTopicArea * topicAreas
                    : EventWords.IsPlural(said.Title) ? null
                    : 1
                );
            return text.Found(
                new PlannedEvents(
                    opening.Contains(stem) ? EventKind.Kickoff : kind,
                    said.Title,
                    count,
                    said.Days,
                    said.Hours,
                    said.UnitCost,
                    said.Total
                ),
                said.At,
                isDerived ? Sureness.Likely : Sureness.Certain
            );
        }
    }
}
