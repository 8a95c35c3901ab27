namespace Integrationskonzept.PaperReading;

/// <summary>Reads the parts that are text: resolution, financial effects, reasoning.</summary>
static class SectionReader
{
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
