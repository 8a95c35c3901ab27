using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.Playwright;

namespace Integrationskonzept.EndToEnd.Tests.Portal;

/// <summary>With an account, from right to left, on a small phone.</summary>
public sealed class When_people_take_part_in_Arabic(RunningPlatform running)
{
    const string Tenant = Walkthrough.Walkthrough.Live;

    [Fact]
    public async Task From_the_topic_areas_to_the_whole_way_of_a_contribution()
    {
        await using var browser = await Browser.StartAsync();
        var phone = await PortalVisit.BeginAsync(
            running,
            browser,
            $"participant@{Tenant}.example",
            "ar",
            width: 320,
            to: $"{Tenant}/topic-areas"
        );
        await ReadsAsync(phone, "Themenfelder");
        await phone.Page.Locator("main a[href*='/topic-areas/']").First.ClickAsync();
        await phone.Page.WaitForURLAsync("**/topic-areas/*");
        await ReadsAsync(phone, "Beiträge");

        var words = $"مقهى للقراءة {Guid.CreateVersion7():N}";
        await phone.ChooseAsync(Say("Gruppe"), Say("Zivilgesellschaft"));
        await phone.FillAsync(Say("Ihr Beitrag"), words);
        await phone.PressAsync(Say("Beitrag senden"), Say("Danke, Ihr Beitrag ist eingegangen."));
        await phone.GoAsync($"{Tenant}/mine");
        await ReadsAsync(phone, "Meine Beiträge und was daraus wurde");
        await phone.Page.Locator("main").GetByText(words).ClickAsync();
        await phone.Page.WaitForURLAsync("**/contributions/*");
        await ReadsAsync(phone, "Der Weg dieses Beitrags");
        await phone.FillAsync(Say("Ihr Kommentar"), "أنا مع ذلك");
        await phone.PressAsync(Say("Kommentieren"), Say("Ihr Kommentar steht unten."));
        await ReadsAsync(phone, "Kommentare");
    }

    static string Say(string german) => Translations.Of("ar")[german];

    static async Task ReadsAsync(PortalVisit visit, string german)
    {
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync(Say(german));
        (await visit.Page.Locator("html").GetAttributeAsync("dir")).ShouldBe("rtl");
        (await Browser.BarriersAsync(visit.Page)).ShouldBeEmpty();
        (await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > window.innerWidth")).ShouldBeFalse(visit.Page.Url);
    }
}
