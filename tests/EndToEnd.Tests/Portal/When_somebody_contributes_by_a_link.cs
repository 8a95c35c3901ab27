using System.Text.Json.Nodes;
using Integrationskonzept.Testing;
using Microsoft.Playwright;

namespace Integrationskonzept.EndToEnd.Tests.Portal;

/// <summary>A link of the moderation, somebody without an account on a phone, and what came on paper.</summary>
public sealed class When_somebody_contributes_by_a_link(RunningPlatform running)
{
    const string Tenant = Walkthrough.Walkthrough.Live,
        Moderator = $"{Tenant}.moderator";

    [Fact]
    public async Task It_takes_one_page_without_an_account_and_waits_for_the_moderation()
    {
        await using var browser = await Browser.StartAsync();
        var area = await OpenAreaAsync();
        var desk = await PortalVisit.BeginAsync(
            running,
            browser,
            $"moderator@{Tenant}.example",
            to: $"{Tenant}/topic-areas/{area["id"]}/invitations"
        );
        await desk.FillAsync("Für wen?", "Elterncafé");
        await desk.ChooseAsync("Gruppe", "Migrantenorganisation");
        await desk.FillAsync("Wie viele Beiträge?", "1");
        await desk.PressAsync("Link machen", "nur dieses eine Mal gezeigt");
        (await Browser.BarriersAsync(desk.Page)).ShouldBeEmpty();
        var link = new Uri((await desk.Page.Locator("main a[href*='/contribute/']").GetAttributeAsync("href"))!);

        var words = $"Ein Treffpunkt {Guid.CreateVersion7():N}";
        var phone = await browser.OpenAsync(new Uri(running.Gateway, link.PathAndQuery), "en-GB", width: 320);
        (await Browser.BarriersAsync(phone)).ShouldBeEmpty();
        (await phone.EvaluateAsync<bool>("document.documentElement.scrollWidth > window.innerWidth")).ShouldBeFalse();
        await phone.GetByLabel("Your contribution").FillAsync(words);
        await phone.ClickAsync("button:has-text('Send the contribution')");
        await Assertions.Expect(phone.Locator("main")).ToContainTextAsync("Thank you, your contribution has been received.");
        (await phone.Locator("main form").CountAsync()).ShouldBe(0, "the link was good once");

        await desk.GoAsync($"{Tenant}/moderation");
        (await desk.TextAsync()).ShouldContain(words);
    }

    [Fact]
    public async Task From_the_public_page_it_takes_three_steps_without_scripts_and_without_an_account()
    {
        await using var browser = await Browser.StartAsync();
        var (words, address) = ($"Ein Treffpunkt {Guid.CreateVersion7():N}", Mailbox.NewAddress());
        var page = await browser.OpenAsync(new Uri(running.Gateway, Tenant), "de-DE", javaScript: false, width: 320);

        await page.ClickAsync("main a:has-text('Mitmachen')");
        await page.GetByLabel("Worum geht es?").SelectOptionAsync(new SelectOptionValue { Index = 0 });
        await page.GetByLabel("Ihre Mailadresse").FillAsync(address);
        await page.ClickAsync("button:has-text('Link schicken')");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Sehen Sie in Ihr Postfach");

        var link = running.Mails.PathIn(await running.Mails.ToAsync(address), $"/portal/{Tenant}/contribute/");
        await page.GotoAsync(link.AbsoluteUri);
        await page.GetByLabel("Ihr Beitrag").FillAsync(words);
        await page.ClickAsync("button:has-text('Beitrag senden')");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Danke, Ihr Beitrag ist angekommen.");
    }

    [Theory]
    [InlineData("ar", "rtl", "شارك معنا", "أرسل الرابط", "هذا ليس عنوان بريد إلكتروني.")]
    [InlineData("uk", "ltr", "Долучитися", "Надіслати посилання", "Це не адреса електронної пошти.")]
    [InlineData("tr", "ltr", "Katılın", "Bağlantıyı gönder", "Bu bir e-posta adresi değil.")]
    [InlineData("de-x-leicht", "ltr", "Machen Sie mit", "Link an mich schicken", "Die Mail-Adresse ist falsch.")]
    public async Task The_way_in_speaks_the_language_of_whoever_comes(
        string tag,
        string direction,
        string heading,
        string send,
        string wrong
    )
    {
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(new Uri(running.Gateway, $"portal/{Tenant}/contribute"), "en-GB", width: 320);
        await page.ClickAsync($"a[hreflang='{tag}']");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(heading);
        (await page.EvaluateAsync<string>("document.documentElement.lang + ' ' + document.documentElement.dir")).ShouldBe(
            $"{tag} {direction}"
        );
        (await Browser.BarriersAsync(page)).ShouldBeEmpty();
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > window.innerWidth")).ShouldBeFalse();

        await page.EvaluateAsync("document.querySelector('main form').noValidate = true");
        await page.Locator("main input[type=email]").FillAsync("a@b@c");
        await page.ClickAsync($"button:has-text('{send}')");
        await Assertions.Expect(page.Locator("main .kern-error")).ToContainTextAsync(wrong);
        (await Browser.BarriersAsync(page)).ShouldBeEmpty();

        // The pages of the Landkreis' staff are in German and English alone.
        await page.GotoAsync(new Uri(running.Gateway, $"portal/{Tenant}/privacy").AbsoluteUri);
        (await page.EvaluateAsync<string>("document.documentElement.lang")).ShouldBe("en");
    }

    [Fact]
    public async Task Sheets_of_paper_are_stored_together_or_not_at_all()
    {
        await using var browser = await Browser.StartAsync();
        var area = await OpenAreaAsync();
        var desk = await PortalVisit.BeginAsync(
            running,
            browser,
            $"moderator@{Tenant}.example",
            to: $"{Tenant}/topic-areas/{area["id"]}/paper"
        );
        var (first, second) = ($"Busse {Guid.CreateVersion7():N}", $"Kurse {Guid.CreateVersion7():N}");
        await desk.FillAsync("Woher kommen die Zettel?", "Stadtteilfest");
        await desk.FillAsync("Text 1", first);
        await desk.FillAsync("Text 3", "x");
        await desk.PressAsync("Alle speichern", "Mindestens 3");
        await desk.FillAsync("Text 2", second);
        await desk.PressAsync("Alle speichern", "Die Zettel stehen jetzt bei den Beiträgen.");
        await desk.GoAsync($"{Tenant}/topic-areas/{area["id"]}?sort=newest");
        var text = await desk.TextAsync();
        text.ShouldContain(first);
        text.ShouldContain(second);
    }

    async Task<JsonNode> OpenAreaAsync() =>
        (await running.Platform.GetAsync(Moderator, $"/api/v1/{Tenant}/topic-areas"))["items"]!
            .AsArray()
            .First(area => $"{area!["state"]}" == "open")!;
}
