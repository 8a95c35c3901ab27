namespace Integrationskonzept.PaperReading;

/// <summary>Reads how fast the Themenfelder follow each other.</summary>
static class CadenceReader
{
    static readonly Pattern About = new(@"themenfeld|handlungsfeld|themenbereich|\bthema\b|\bthemen\b|arbeitsfeld|themenworkshop");
    static readonly Pattern Every = new(
        $@"\b(alle|aller|im abstand von|im rhythmus von|je|in jeweils|binnen|innerhalb von) "
            + $@"(?<number>{NumberWords.Pattern}) (?<unit>monate?n?|wochen)\b"
    );
    static readonly Pattern How = new(
        $@"\b(?<how>zweimonatlich|monatlich|jeden monat|pro monat|je monat|vierteljährlich|quartalsweise|je quartal|pro "
            + $@"quartal|jedes quartal|halbjährlich|je halbjahr|pro halbjahr)\b"
    );
    static readonly Pattern HowMany = new(
        $@"\b(?<number>{NumberWords.Pattern}) (\p{{L}}+ "
            + $@")?(themenfeld(er|ern)?|handlungsfeld(er|ern)?|themenbereiche?n?|arbeitsfeld(er|ern)?|thema|themen)\b"
    );

    public static Found<Cadence>? Read(SourceText text, Outline outline)
    {
        foreach (var sentence in outline.Bodies.SelectMany(b => Sentences.Of(text, b)).Where(s => s.Length < 2000))
        {
            if (!text.Find(About, sentence).Any() || Step(text, sentence) is not { } step)
                continue;
            var many =
                text.Find(HowMany, sentence).Select(m => NumberWords.Read(m.Text("number"))).FirstOrDefault(n => n is > 0 and < 30) ?? 1;
            return text.Found(new Cadence(step.Months, many), step.At);
        }

        return null;
    }

    static (decimal Months, Span At)? Step(SourceText text, Span sentence)
    {
        foreach (var match in text.Find(Every, sentence))
        {
            if (NumberWords.Read(match.Text("number")) is not ({ } number and > 0))
                continue;
            return (match.Text("unit")[0] is 'w' or 'W' ? number / 4m : number, match.Span());
        }

        foreach (var match in text.Find(How, sentence))
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
