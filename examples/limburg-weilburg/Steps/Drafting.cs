namespace Integrationskonzept.Walkthrough.Steps;

/// <summary>Editors write the chapters that no topic area fills.</summary>
static class Drafting
{
    public static async Task<string> ConceptIdAsync(Process process) =>
        (await process.ListAsync(process.Editor, "concepts")).Single(concept => concept.Text("mandateId") == process.Mandate).Text("id");

    public static async Task WriteAsync(Process process)
    {
        var url = $"{process.Api}/concepts/{await ConceptIdAsync(process)}/sections";
        var sections = await process.Platform.UntilAsync(
            process.Editor,
            url,
            all =>
                all.AsArray()
                    .Where(section => section!["topicAreaKey"] is not null)
                    .All(section => section!["concluded"]!.GetValue<bool>()),
            "all chapters are filled"
        );
        foreach (
            var section in sections
                .AsArray()
                .Select(section => section!)
                .Where(section => process.Story.Sections.ContainsKey(section.Text("key")))
        )
            await process.Platform.PutAsync(
                process.Editor,
                $"{url}/{section.Text("key")}",
                new { title = section.Text("title"), markdown = process.Story.Sections[section.Text("key")] },
                section.Version()
            );
        process.Say($"{sections.AsArray().Count} chapters written");
    }
}
