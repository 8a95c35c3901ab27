using Integrationskonzept.Walkthrough.Api;

namespace Integrationskonzept.Walkthrough.Steps;

/// <summary>Editors write the chapters that no topic area fills.</summary>
static class Drafting
{
    public static async Task<Guid> ConceptIdAsync(Process process) =>
        (await process.AsEditor.AllConceptsAsync()).Single(concept => concept.MandateId == process.Mandate).Id!.Value;

    public static async Task WriteAsync(Process process)
    {
        var concept = process.AsEditor.Concepts[await ConceptIdAsync(process)];
        var sections = await Platform.UntilAsync(
            () => concept.Sections.GetAsync(),
            all => all.Where(section => section.TopicAreaKey is not null).All(section => section.Concluded == true),
            "all chapters are filled"
        );
        foreach (var section in sections)
            if (process.Story.Sections.TryGetValue(section.Key!, out var markdown))
                await concept
                    .Sections[section.Key!]
                    .PutAsync(new() { Title = section.Title, Markdown = markdown }, Versions.Seen(section.Version));
        process.Say($"{sections.Count} chapters written");
    }
}
