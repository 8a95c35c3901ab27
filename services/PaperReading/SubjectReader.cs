namespace Integrationskonzept.PaperReading;

/// <summary>Reads what a paper is about: under its label, else the paragraph of the head that reads most like a title.</summary>
static class SubjectReader
{
    const int Longest = 400,
        Shortest = 12,
        Enough = 2;

    static readonly Pattern About = new(
        @"konzept|integration|vielfalt|zusammenleben|strategie|beteiligung|migration|fortschreibung|teilhabe"
    );
    static readonly Pattern LetterHead = new(
        @"^(-|der landrat|die landrätin|(land)?kreis \S+( \S+)?$|landkreis \S+ ?-|landratsamt|"
            + @"(der|die) kreis(ausschuss|tag|verwaltung)$|kreisverwaltung|kreisausschuss|"
            + @"az\b|aktenzeichen|tel\b|telefon|status|öffentlich|x? ?(nicht ?)?öffentlich|an den|an die|anlage|seite \d|top\b)"
            + @"|@|\bwww\.|\d{5} \p{L}|\(0\d"
    );

    static readonly Pattern Entry = new(@"^\p{Lu}[\p{L}/-]{2,30}( \p{L}{2,20})?: ", ignoreCase: false);

    public static Found<string>? Read(SourceText text, Outline outline, IReadOnlyList<Found<PlannedConsultation>> consultations) =>
        Labelled(text, outline) ?? Unlabelled(text, outline, consultations);

    /// <summary>The first paragraph under the heading.</summary>
    static Found<string>? Labelled(SourceText text, Outline outline)
    {
        foreach (var section in outline.Of(Field.Subject).Where(section => !section.Content.IsEmpty))
        {
            var paragraph = UpToLabel(text, Paragraphs.Of(text, section.Content).First());
            var words = text.Clean(paragraph).Trim('|', ' ');
            if (words.Length is > 0 and < 1000)
                return text.Found(words, paragraph);
        }

        return null;
    }

    /// <summary>Up to a line that is another entry of the head, whether its label is known or not.</summary>
    static Span UpToLabel(SourceText text, Span paragraph)
    {
        var other = Paragraphs.Lines(text, paragraph).Skip(1).FirstOrDefault(line => Entry.IsMatch(text.Clean(line)));
        return other.End == 0 ? paragraph : text.Trim(new(paragraph.Start, other.Start));
    }

    static Found<string>? Unlabelled(SourceText text, Outline outline, IReadOnlyList<Found<PlannedConsultation>> consultations)
    {
        var best = Paragraphs
            .Of(text, outline.Head)
            .Take(200)
            .Where(paragraph => IsTitle(text, paragraph, consultations))
            .Select((paragraph, order) => (Paragraph: paragraph, Score: Score(text, paragraph), order))
            .Where(one => one.Score >= Enough)
            .OrderByDescending(one => one.Score)
            .ThenByDescending(one => one.order)
            .FirstOrDefault();
        return best.Score == 0 ? null : text.Found(text.Clean(best.Paragraph), best.Paragraph, Sureness.Likely);
    }

    static int Score(SourceText text, Span paragraph) =>
        (text.IsHeading(text.Lines[text.LineAt(paragraph.Start)]) ? 3 : 0) + (text.Find(About, paragraph).Any() ? 2 : 0);

    /// <summary>No table, no address, no line of a meeting, no number of a paper, no sentence.</summary>
    static bool IsTitle(SourceText text, Span paragraph, IReadOnlyList<Found<PlannedConsultation>> consultations)
    {
        var words = text.Clean(paragraph);
        if (
            words.Length is < Shortest or > Longest
            || words.EndsWith('.') && !words.EndsWith(" ff.", StringComparison.Ordinal)
            || words.EndsWith(':')
            || LetterHead.IsMatch(words)
        )
            return false;
        if (DateReader.First(text, paragraph) is not null || HeadReader.IsOffice(words) || ReferenceReader.IsIn(text, paragraph))
            return false;
        var at = text.At(paragraph);
        return !consultations.Any(row => row.At.Offset < at.Offset + at.Length && at.Offset < row.At.Offset + row.At.Length)
            && !Paragraphs.Lines(text, paragraph).Any(line => Cells.Of(text, line).Count > 1 || Labels.Read(text, line) is not null);
    }
}
