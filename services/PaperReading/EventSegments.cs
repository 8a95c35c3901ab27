namespace Integrationskonzept.PaperReading;

/// <summary>A stretch of text that speaks of one kind of event.</summary>
sealed record EventSegment(Span Noun, Span Extent, bool IsTableRow);

/// <summary>Cuts a section into the stretches that speak of one kind of event each.</summary>
static class EventSegments
{
    const int Reach = 60;
    const int Longest = 300;

    // "7 x 900 € = 6.300 €, mithin …": what follows is the sum of all.
    static readonly Pattern Stop = new(
        @"(?<sum>= ?[\d.,-]+ ?(€|eur|euro),?) (das sind |also )?(insgesamt|zusammen|mithin|somit)\b|"
            + @"\b(wodurch|womit|sodass|ergibt sich ein|gesamt\p{L}*|in summe)\b|(?<end>(\p{L}{4,}|eur|€|\))[.!?]\s+\p{L})"
    );

    static readonly Pattern ForThat = new(@"^; (hierfür|dafür)");
    static readonly Pattern SentenceEnd = new(@"[.!?]\s+\p{L}");
    static readonly Pattern Them = new(@"^(sie|diese|jede[rs]?|alle) (\p{L}+ )?(dauer[nt]|kost|umfass|sind|gehen)");

    public static IEnumerable<EventSegment> Of(SourceText text, Span section)
    {
        var nouns = text.Find(EventWords.Noun, section).Where(m => EventWords.IsEvent(m.Value)).Select(m => m.Span()).ToList();
        var done = section.Start;
        for (var i = 0; i < nouns.Count; i++)
        {
            if (nouns[i].Start < done)
                continue;
            var line = text.Lines[text.LineAt(nouns[i].Start)];
            if (line.Length < 600 && Cells.Of(text, line).Count > 1)
            {
                done = line.End;
                yield return new(nouns[i], line, true);
                continue;
            }

            var start = StartOf(text, nouns[i].Start, Math.Max(done, section.Start));
            var next = i + 1 < nouns.Count ? nouns[i + 1].Start : section.End;
            var end = EndOf(text, nouns[i].End, next, section.End);
            done = end;
            yield return new(nouns[i], new(start, end), false);
        }
    }

    static int StartOf(SourceText text, int noun, int floor)
    {
        var lowest = Math.Max(floor, noun - Reach);
        for (var i = noun - 1; i >= lowest; i--)
        {
            var c = text.Plain[i];
            if (c is '\n' or ';' or '(' or ')' or ':' || (c == ',' && char.IsWhiteSpace(text.Plain[i + 1])))
                return i + 1;
            if (Sentences.IsEnd(text, i))
                return i + 1;
            if (c == ' ' && text.Plain.AsSpan(i).StartsWith(" und "))
                return i + 5;
        }

        return lowest;
    }

    static int EndOf(SourceText text, int from, int nextNoun, int ceiling)
    {
        ceiling = Math.Min(ceiling, from + Longest);
        var bracket = text.Plain.AsSpan(from, Math.Min(25, ceiling - from)).IndexOfAny('(', '\n', '.');
        if (bracket >= 0 && text.Plain[from + bracket] == '(')
        {
            var close = text.Plain.AsSpan(from + bracket, ceiling - from - bracket).IndexOf(')');
            if (close > 0)
            {
                var after = from + bracket + close + 1;
                var most = Math.Min(nextNoun <= after ? ceiling : nextNoun, ceiling);
                return GoesOn(text, after, ceiling) ? Break(text, after + 1, most) : WithThem(text, after, most);
            }
        }

        var end = Break(text, from, ceiling);
        // Up to where the next event's own words begin.
        return nextNoun < end ? StartOf(text, nextNoun, from) : end;
    }

    /// <summary>A line that goes on with a small letter is the same sentence.</summary>
    static int LineEnd(SourceText text, int from, int ceiling)
    {
        for (var i = from; i < ceiling; i++)
        {
            if (text.Plain[i] == ';' && !ForThat.Match(text.Plain, i, Math.Min(12, text.Plain.Length - i)).Success)
                return i;
            if (text.Plain[i] != '\n')
                continue;
            var next = i + 1;
            while (next < ceiling && text.Plain[next] == ' ')
                next++;
            if (next >= ceiling || !char.IsLower(text.Plain[next]))
                return i;
        }

        return ceiling;
    }

    /// <summary>Up to the end of the sentence that follows on them, if one does.</summary>
    static int WithThem(SourceText text, int from, int ceiling)
    {
        var rest = new Span(from, ceiling);
        var end = text.Find(SentenceEnd, rest).Select(match => match.Index + match.Length - 1).FirstOrDefault(-1);
        return end > 0 && GoesOnWithThem(text, end) ? Break(text, end, ceiling) : from;
    }

    /// <summary>"Sie dauern jeweils einen halben Tag."</summary>
    static bool GoesOnWithThem(SourceText text, int next) => Them.Match(text.Plain, next, Math.Min(40, text.Plain.Length - next)).Success;

    static bool GoesOn(SourceText text, int at, int ceiling)
    {
        while (at < ceiling && text.Plain[at] == ' ')
            at++;
        return at < ceiling && text.Plain[at] is ':' or '=';
    }

    static int Break(SourceText text, int from, int ceiling)
    {
        if (from >= ceiling)
            return ceiling;
        var end = LineEnd(text, from, ceiling);
        var stop = text.Find(Stop, new(from, end))
            .FirstOrDefault(match =>
                !match.Has("end") || !(Sentences.IsAbbreviation(match.Value) || GoesOnWithThem(text, match.Index + match.Length - 1))
            );
        return stop is null ? end
            : stop.Has("sum") ? stop.Groups["sum"].Span().End
            : stop.Has("end") ? stop.Index + stop.Length - 1
            : stop.Index;
    }
}
