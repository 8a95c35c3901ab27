namespace Integrationskonzept.PaperReading;

/// <summary>
/// Reads how fast the Themenfelder follow each other: as the paper says of them, else by the events that each of them has.
/// </summary>
static class CadenceReader
{
    static readonly Pattern About = new($@"{TopicAreaReader.Word}|\bbereich\b|\bthema\b|\bthemen\b|themenworkshop");
    static readonly Pattern Clause = new(@"[;:]|, (sodass|so dass|wobei|dabei|damit)\b|, ein \p{L}+ nach dem anderen|\.\s");
    static readonly Pattern Every = new(
        $@"\b(alle|aller|im abstand von|im rhythmus von|je|in jeweils|binnen|innerhalb von|"
            + @"in einem zeitraum von( jeweils)?|innerhalb eines zeitraums von|dauert( jeweils)?) "
            + $@"(?<number>{NumberWords.Pattern}) (?<unit>monate?n?|wochen)\b"
    );
    static readonly Pattern Rhythm = new(
        $@"\b(?<number>{NumberWords.Pattern})-(?<unit>wochen|monats|monate)-(rhythmus|takt|abstand|turnus)\b"
    );

    // "Für jedes Themenfeld sind zwei Monate vorgesehen"
    static readonly Pattern Given = new(
        $@"\b(?<number>{NumberWords.Pattern}) (?<unit>monate?n?|wochen) (vorgesehen|eingeplant|veranschlagt|angesetzt|zeit|bearbeitet|"
            + @"zur verfügung)\b"
    );
    static readonly Pattern They = new(@"^(sie|diese|die termine|die veranstaltungen)\b");
    static readonly Pattern One = new(@"\b(findet|folgt|gibt es) (eine[rs]?|eins)\b");
    static readonly Pattern Nth = new(@"\bjede[nmrs] (?<nth>zweite|dritte|vierte)n? (?<unit>monat|woche)\b");
    static readonly Pattern How = new(
        $@"\b(?<how>zweimonatlich|monatlich|jeden monat|(pro|je|im) monat|vierteljährlich|quartalsweise|(pro|je|im) "
            + $@"quartal|jedes quartal|halbjährlich|jedes halbjahr|(pro|je|im) halbjahr|"
            + $@"ein (ganzes )?(vierteljahr|quartal|halbjahr)|jedem (halben jahr|halbjahr|quartal|monat))\b"
    );
    static readonly Pattern HowMany = new(
        $@"\b(?<number>{NumberWords.Pattern}) (\p{{L}}+ )?({TopicAreaReader.Word}(er|ern|e|en|n)?|thema|themen)\b"
    );
    static readonly Pattern HowManyEvents = new($@"\b(?<number>{NumberWords.Pattern}) (\p{{Ll}}+ )?$");

    public static Found<Cadence>? Read(SourceText text, Outline outline, Programme programme, int topicAreas)
    {
        var clauses = outline.Bodies.SelectMany(body => Sentences.Of(text, body)).SelectMany(sentence => Clauses(text, sentence)).ToList();
        return clauses.Select(clause => OfTopicAreas(text, clause)).FirstOrDefault(found => found is not null)
            ?? clauses.Select(clause => OfEvents(text, clause, programme, topicAreas)).FirstOrDefault(found => found is not null)
            ?? clauses.Select(clause => OfThem(text, clause, programme, topicAreas)).FirstOrDefault(found => found is not null);
    }

    static IEnumerable<Span> Clauses(SourceText text, Span sentence)
    {
        if (sentence.Length > 2000)
            yield break;
        var start = sentence.Start;
        foreach (var end in text.Find(Clause, sentence).Select(match => match.Index))
        {
            yield return new(start, end);
            start = end + 1;
        }

        yield return new(start, sentence.End);
    }

    static Found<Cadence>? OfTopicAreas(SourceText text, Span clause)
    {
        if (!text.Find(About, clause).Any() || Step(text, clause) is not { } step)
            return null;
        var many = text.Find(HowMany, clause).Select(m => NumberWords.Read(m.Text("number"))).FirstOrDefault(n => n is > 0 and < 30);
        // "Je Themenfeld zwei Workshops, alle zwei Monate einer" speaks of workshops.
        return many is null && text.Find(EventWords.Noun, clause).Any() ? null : text.Found(new Cadence(step.Months, many ?? 1), step.At);
    }

    /// <summary>"Alle sechs Wochen eine Werkstatt", of which each Themenfeld has two.</summary>
    static Found<Cadence>? OfEvents(SourceText text, Span clause, Programme programme, int topicAreas)
    {
        if (Step(text, clause) is not { } step)
            return null;
        foreach (var noun in text.Find(EventWords.Noun, clause))
        {
            var stem = EventWords.StemOf(noun.Value);
            var planned = programme
                .Events.Select(found => found.Value)
                .FirstOrDefault(one => EventWords.StemOf(one.Title) == stem && one.Count > 1);
            if (planned is null || topicAreas == 0 || planned.Count < topicAreas)
                continue;
            var number = HowManyEvents.Match(text.Plain, clause.Start, noun.Index - clause.Start);
            var atOnce = number.Success ? NumberWords.Read(number.Text("number")) ?? 1 : 1;
            // "Die zehn Abende finden alle sechs Wochen statt" is not ten of them at once.
            return PerTopicArea(text, step, planned, atOnce == planned.Count ? 1 : atOnce, topicAreas);
        }

        return null;
    }

    /// <summary>"Sie werden im Abstand von vier Wochen durchgeführt": the events that there are most of.</summary>
    static Found<Cadence>? OfThem(SourceText text, Span clause, Programme programme, int topicAreas)
    {
        if (!(They.IsMatch(text.Clean(clause)) || text.Find(One, clause).Any()) || Step(text, clause) is not { } step)
            return null;
        var most = programme.Events.Select(found => found.Value).Where(one => one.Count > 1).MaxBy(one => one.Count);
        return most is null || topicAreas == 0 || most.Count < topicAreas ? null : PerTopicArea(text, step, most, 1, topicAreas);
    }

    static Found<Cadence> PerTopicArea(
        SourceText text,
        (decimal Months, Span At) step,
        PlannedEvents planned,
        int atOnce,
        int topicAreas
    ) => text.Found(new Cadence(step.Months * planned.Count!.Value / atOnce / topicAreas, 1), step.At, Sureness.Likely);

    static (decimal Months, Span At)? Step(SourceText text, Span clause)
    {
        foreach (var match in text.Find(Every, clause).Concat(text.Find(Rhythm, clause)).Concat(text.Find(Given, clause)))
        {
            if (NumberWords.Read(match.Text("number")) is { } number and > 0)
                return (match.Text("unit")[0] is 'w' or 'W' ? number / 4m : number, match.Span());
        }

        foreach (var match in text.Find(Nth, clause))
        {
            var nth = match.Text("nth")[0] switch
            {
                'z' or 'Z' => 2m,
                'd' or 'D' => 3m,
                _ => 4m,
            };
            return (match.Text("unit")[0] is 'w' or 'W' ? nth / 4 : nth, match.Span());
        }

        foreach (var match in text.Find(How, clause))
        {
            var how = match.Text("how").ToLowerInvariant();
            return (
                how.StartsWith("zwei", StringComparison.Ordinal) ? 2
                : how.Contains("halb", StringComparison.Ordinal) ? 6
                : how.Contains("monat", StringComparison.Ordinal) ? 1
                : 3,
                match.Span()
            );
        }

        return null;
    }
}
