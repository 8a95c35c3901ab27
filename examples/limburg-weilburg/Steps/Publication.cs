namespace Integrationskonzept.Walkthrough.Steps;

/// <summary>The edition appears by itself.</summary>
static class Publication
{
    public static async Task<bool> IsPublishedAsync(Process process) =>
        (await process.Platform.GetAsync(null, $"{process.Api}/editions"))["items"]!.AsArray().Count > 0;

    public static async Task WaitAsync(Process process, int number = 1)
    {
        var editions = await process.Platform.UntilAsync(
            null,
            $"{process.Api}/editions",
            page => page["items"]!.AsArray().Count >= number,
            "the edition is sealed"
        );
        var edition = editions["items"]![number - 1]!;
        var path = edition.Text("path");
        await process.Platform.UntilAsync(
            null,
            $"{process.Api}/editions/{number}/renditions",
            list => list.AsArray().All(row => row!.Text("state") == "made"),
            "the PDF is made"
        );
        process.Say($"edition {edition["number"]} is published at {path}, sealed with {edition.Text("contentHash")[..16]}…");
    }
}
