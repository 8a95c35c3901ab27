namespace Integrationskonzept.EndToEnd.Tests.Portal;

/// <summary>From many contributions to one answer, and to the one who wrote.</summary>
public sealed class When_contributions_are_answered(RunningPlatform running)
{
    const string Tenant = Walkthrough.Walkthrough.Live;

    [Fact]
    public async Task Staff_answer_several_at_once_and_the_author_reads_it_in_a_mail_and_on_the_page()
    {
        await using var browser = await Browser.StartAsync();
        var author = await PortalVisit.BeginAsync(running, browser, $"participant@{Tenant}.example", width: 320, to: $"{Tenant}/mine");
        await author.PressAsync("Mails bestellen", "Sie bekommen eine Mail an");
        await author.PressAsync("Als Feed (Atom) lesen", "nur dieses eine Mal gezeigt");
        var feed = (await author.Page.Locator("main a[href*='/answer-feeds/']").GetAttributeAsync("href"))!;
        (await Browser.BarriersAsync(author.Page)).ShouldBeEmpty();
        var mark = $"{Guid.CreateVersion7():N}"[^8..];
        await author.GoAsync($"{Tenant}/topic-areas");
        await author.Page.Locator("main a[href*='/topic-areas/']").First.ClickAsync();
        foreach (var title in new[] { $"Lesecafé {mark}", $"Lesekreis {mark}" })
        {
            await author.ChooseAsync("Gruppe", "Zivilgesellschaft");
            await author.FillAsync("In wenigen Worten", title);
            await author.FillAsync("Ihr Beitrag", $"{title} in jeder Gemeinde");
            await author.PressAsync("Beitrag senden", title);
        }
        var area = new Uri(author.Page.Url).AbsolutePath["/portal/".Length..].Split('?')[0];

        var desk = await PortalVisit.BeginAsync(running, browser, $"moderator@{Tenant}.example", to: $"{area}/answers");
        await desk.ChooseAsync("Antwort", "aufgenommen");
        await desk.FillAsync("Warum?", $"Kommt in die Maßnahme Lesen {mark}.");
        await desk.PressAsync("Antwort vorbereiten", "Wählen Sie mindestens einen Beitrag.");
        foreach (var title in new[] { $"Lesecafé {mark}", $"Lesekreis {mark}" })
            await desk.Page.GetByLabel(title).CheckAsync();
        await desk.PressAsync("Antwort vorbereiten", "Die Antwort ist vorbereitet.");
        (await Browser.BarriersAsync(desk.Page)).ShouldBeEmpty();
        await desk.Page.ClickAsync("summary:text-is('Alle vorbereiteten Antworten veröffentlichen')");
        await desk.PressAsync("Jetzt veröffentlichen", "Die Antworten stehen jetzt bei den Beiträgen.");

        await author.GoAsync($"{Tenant}/mine");
        (await author.TextAsync()).ShouldContain($"Kommt in die Maßnahme Lesen {mark}.");
        using var http = new HttpClient();
        (await http.GetStringAsync(new Uri(running.Gateway, new Uri(feed).AbsolutePath))).ShouldContain($"Lesecafé {mark}");
        var mail = await running.Mails.UntilAsync($"Lesekreis {mark}");
        mail.ShouldContain($"Lesecafé {mark}", customMessage: "one mail for both");
    }
}
