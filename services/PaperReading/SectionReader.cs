namespace Integrationskonzept.PaperReading;

/// <summary>Reads the parts that are text: subject, resolution, financial effects, reasoning.</summary>
static class SectionReader
{
    /// <summary>The first paragraph under the heading.</summary>
    public static Found<string>? Subject(SourceText text, Outline outline)
    {
        foreach (var section in outline.Of(Field.Subject))
        {
            var content = section.Content;
            if (content.IsEmpty)
                continue;
            var end = content.Start;
            for (var i = text.LineAt(content.Start); i < text.Lines.Count && text.Lines[i].Start < content.End; i++)
            {
                var line = new Span(Math.Max(text.Lines[i].Start, content.Start), Math.Min(text.Lines[i].End, content.End));
                if (text.Trim(line).IsEmpty)
                    break;
                end = line.End;
            }

            var paragraph = text.Trim(new(content.Start, end));
            var words = text.Clean(paragraph).Trim('|', ' ');
            if (words.Length is > 0 and < 1000)
                return text.Found(words, paragraph);
        }

        return null;
    }

    public static Found<string>? First(SourceText text, Outline outline, Field field) =>
        outline.Of(field).FirstOrDefault(s => !s.Content.IsEmpty) is { } section ? text.Found(Words(text, section), section.Content) : null;

    /// <summary>All parts of a kind, as when Sachverhalt and Begründung stand apart.</summary>
    public static Found<string>? Joined(SourceText text, Outline outline, Field field)
    {
        var parts = outline.Of(field).Where(s => !s.Content.IsEmpty).ToList();
        return parts.Count == 0 ? null : text.Found(string.Join("\n\n", parts.Select(p => Words(text, p))), parts[0].Content);
    }

    static string Words(SourceText text, Section section) => text.CleanLines(section.Content).Trim('|', ' ');
}
