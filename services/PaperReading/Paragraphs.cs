namespace Integrationskonzept.PaperReading;

/// <summary>Lines between empty lines; a line that is a heading stands for itself.</summary>
static class Paragraphs
{
    public static IEnumerable<Span> Of(SourceText text, Span span)
    {
        Span? open = null;
        foreach (var line in Lines(text, span))
        {
            var isHeading = text.IsHeading(line);
            if (text.Trim(line).IsEmpty || isHeading)
            {
                if (open is { } done)
                    yield return text.Trim(done);
                open = null;
            }

            if (isHeading)
                yield return text.Trim(line);
            else if (!text.Trim(line).IsEmpty)
                open = new(open?.Start ?? line.Start, line.End);
        }

        if (open is { } last)
            yield return text.Trim(last);
    }

    public static IEnumerable<Span> Lines(SourceText text, Span span)
    {
        for (var i = text.LineAt(span.Start); i < text.Lines.Count && text.Lines[i].Start < span.End; i++)
            yield return new(Math.Max(text.Lines[i].Start, span.Start), Math.Min(text.Lines[i].End, span.End));
    }
}
