using Integrationskonzept.Client.Models;

namespace Integrationskonzept.Walkthrough.Steps;

/// <summary>The edition appears by itself.</summary>
static class Publication
{
    public static async Task<bool> IsPublishedAsync(Process process) => (await process.AsAnybody.Editions.GetAsync())!.Items!.Count > 0;

    public static async Task WaitAsync(Process process, int number = 1)
    {
        var editions = process.AsAnybody.Editions;
        var page = await Platform.UntilAsync(() => editions.GetAsync(), page => page.Items!.Count >= number, "the edition is sealed");
        var edition = page.Items![number - 1];
        await Platform.UntilAsync(
            () => editions[number].Renditions.GetAsync(),
            renditions => renditions.All(rendition => rendition.State == RenditionState.Made),
            "the PDF is made"
        );
        process.Say($"edition {edition.Number} is published at {edition.Path}, sealed with {edition.ContentHash![..16]}…");
    }
}
