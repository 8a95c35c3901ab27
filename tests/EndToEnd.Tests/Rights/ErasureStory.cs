using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Integrationskonzept.EndToEnd.Tests.Rights;

/// <summary>What people do until they are forgotten, and what operators see of it.</summary>
public abstract class ErasureStory(RunningPlatform running)
{
    protected const string Tenant = Walkthrough.Walkthrough.Live,
        Api = $"/api/v1/{Tenant}",
        Coordinator = $"{Tenant}.coordinator",
        Operator = "platform.operator";

    protected RunningPlatform Running => running;

    /// <summary>For an event that is full: they wait.</summary>
    private protected async Task<string> RegisterAsync(PersonAtWork person)
    {
        var events = await running.Platform.GetAsync(Coordinator, $"{Api}/events?limit=200");
        var open = events["items"]!
            .AsArray()
            .First(one =>
                (string)one!["kind"]! != "hearing"
                && (string)one["state"]! == "confirmed"
                && Time(one, "start") > TimeProvider.System.GetUtcNow()
            )!;
        var url = $"{Api}/events/{open["id"]}";
        await person.PostAsync(
            $"{url}/registrations",
            new
            {
                group = "civilSociety",
                organisation = "Sportkreis",
                accessNeeds = "Rampe",
                name = "Kim Muster",
            }
        );
        person.Events.Add(Guid.Parse((string)open["id"]!));
        return url;
    }

    /// <summary>As people do it, without scripts; returns the erasure's id, which the page's address holds.</summary>
    private protected async Task<string> EraseAsync(PersonAtWork person, bool look = true)
    {
        await using var browser = await Browser.StartAsync();
        var page = await SignedInAsync(browser, person, look ? $"{Tenant}/my-data" : "", javaScript: false);
        if (look)
            (await page.InnerTextAsync("main")).ShouldContain("Unterstützungen und Punkte");
        await page.GotoAsync(new Uri(running.Gateway, "/account/erasure").AbsoluteUri);
        (await page.InnerTextAsync("main")).ShouldContain("lässt sich nicht rückgängig machen");
        await page.FillAsync("#password", PersonAtWork.Password);
        await page.CheckAsync("#confirm");
        await page.ClickAsync("form button[type=submit]");
        await page.WaitForURLAsync("**/account/erasures/*");
        return page.Url.Split('/')[^1];
    }

    private protected async Task<IPage> SignedInAsync(
        Browser browser,
        PersonAtWork person,
        string to,
        bool javaScript,
        string locale = "de-DE",
        int width = 1100
    )
    {
        var page = await browser.OpenAsync(new(running.Gateway, $"/portal/{to}"), locale, javaScript, width);
        await page.FillAsync("#userName", person.Address);
        await page.FillAsync("#password", PersonAtWork.Password);
        await page.ClickAsync("form button[type=submit]");
        await page.WaitForURLAsync("**/portal/**");
        return page;
    }

    private protected static JsonNode Of(JsonNode list, string id) => list["items"]!.AsArray().Single(one => (string)one!["id"]! == id)!;

    static DateTimeOffset Time(JsonNode row, string name) =>
        DateTimeOffset.Parse(row[name]!.GetValue<string>(), CultureInfo.InvariantCulture);
}
