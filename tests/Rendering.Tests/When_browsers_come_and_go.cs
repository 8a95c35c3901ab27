using System.Diagnostics;

namespace Integrationskonzept.Rendering.Tests;

[Collection("one browser at a time")]
public sealed class When_browsers_come_and_go
{
    [Fact]
    public async Task After_the_browser_was_killed_the_next_document_is_made()
    {
        await using var service = new RenderingService();
        var others = Processes.Browsers;
        await service.RenderAsync("pdf", "<p>eins</p>");
        var mine = Processes.Browsers.Except(others).ToList();
        var browser = mine.ShouldHaveSingleItem();
        using (var process = Process.GetProcessById(browser))
            process.Kill();
        await service.RenderAsync("pdf", "<p>zwei</p>");
        Processes.Browsers.Except(others).ShouldHaveSingleItem().ShouldNotBe(browser);
    }

    [Fact]
    public async Task Eight_at_once_all_get_their_own_document_while_browsers_are_replaced()
    {
        await using var service = RenderingService.With(("RendersPerBrowser", "3"));
        var texts = await Task.WhenAll(
            Enumerable
                .Range(1, 8)
                .Select(async i =>
                {
                    using var pdf = await service.PdfAsync($"<p>Nummer{i}</p>");
                    return RenderingService.TextOf(pdf);
                })
        );
        for (var i = 1; i <= 8; i++)
            texts[i - 1].ShouldContain($"Nummer{i}");
    }
}
