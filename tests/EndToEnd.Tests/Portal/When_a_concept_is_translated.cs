namespace Integrationskonzept.EndToEnd.Tests.Portal;

/// <summary>A language is chosen, a section translated, the file of the translators fetched and brought back.</summary>
public sealed class When_a_concept_is_translated(RunningPlatform running)
{
    const string Tenant = Walkthrough.Walkthrough.Live;

    [Fact]
    public async Task A_language_is_chosen_a_section_translated_and_the_translators_file_goes_out_and_comes_back()
    {
        await using var browser = await Browser.StartAsync();
        var desk = await PortalVisit.BeginAsync(running, browser, $"editor@{Tenant}.example", to: $"{Tenant}/concepts");
        await desk.Page.Locator("main a[href*='/concepts/']").First.ClickAsync();
        await desk.Page.WaitForURLAsync("**/concepts/*");
        var concept = new Uri(desk.Page.Url).AbsolutePath["/portal/".Length..];
        await desk.Page.ClickAsync("main a:has-text('Sprachen')");
        await desk.Page.WaitForURLAsync("**/languages");
        await desk.Page.CheckAsync("main input[name='Form.Tags[ar]']");
        await desk.FillAsync("Weitere", "fa");
        await desk.PressAsync("Sprachen speichern", "Gespeichert.");
        (await desk.Page.IsCheckedAsync("main input[name='Form.Tags[ar]']")).ShouldBeTrue();
        (await Browser.BarriersAsync(desk.Page)).ShouldBeEmpty();

        var page = $"{concept}/languages/ar/sections/vorwort";
        await WriteAsync("Guten Tag.");
        await desk.GoAsync(page);
        (await desk.Page.GetAttributeAsync("[name='Form.Markdown']", "dir")).ShouldBe("auto");
        await desk.FillAsync("Überschrift", "مقدمة");
        await desk.FillAsync("Text (Markdown)", "نهارك سعيد.");
        await desk.PressAsync("Speichern", "Gespeichert.");
        (await Browser.BarriersAsync(desk.Page)).ShouldBeEmpty();

        await WriteAsync("Guten Abend.");
        await desk.GoAsync(page);
        (await desk.TextAsync()).ShouldContain("Was sich geändert hat");
        (await Browser.BarriersAsync(desk.Page)).ShouldBeEmpty();
        await desk.GoAsync($"{concept}/languages/ar");
        (await desk.TextAsync()).ShouldContain("veraltet");
        (await Browser.BarriersAsync(desk.Page)).ShouldBeEmpty();

        var download = await desk.Page.RunAndWaitForDownloadAsync(() => desk.Page.ClickAsync("main a:has-text('XLIFF herunterladen')"));
        var file = await File.ReadAllTextAsync((await download.PathAsync())!);
        file.ShouldContain("<source>Guten Abend.</source>");
        // The heading is translated already; what is new is what the translator fills.
        file = file.Replace(
            "<segment state=\"initial\"><source>Guten Abend.</source>",
            "<segment state=\"translated\"><source>Guten Abend.</source><target>مساء الخير.</target>"
        );
        await desk.Page.SetInputFilesAsync(
            "main input[type=file]",
            new Microsoft.Playwright.FilePayload
            {
                Name = "zurueck.xlf",
                MimeType = "application/xliff+xml",
                Buffer = System.Text.Encoding.UTF8.GetBytes(file),
            }
        );
        await desk.PressAsync("Übersetzung übernehmen", "Übernommene Abschnitte: 1");
        (await Browser.BarriersAsync(desk.Page)).ShouldBeEmpty();
        await desk.GoAsync(page);
        (await desk.Page.InputValueAsync("[name='Form.Markdown']")).ShouldBe("مساء الخير.");
        (await desk.TextAsync()).ShouldNotContain("Was sich geändert hat");

        async Task WriteAsync(string text)
        {
            await desk.GoAsync($"{concept}/sections/vorwort");
            await desk.FillAsync("Text (Markdown)", text);
            await desk.PressAsync("Speichern", "Gespeichert.");
        }
    }
}
