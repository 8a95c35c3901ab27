using System.Globalization;
using System.Text.Json.Nodes;
using UglyToad.PdfPig;
using Whole = Integrationskonzept.Walkthrough.Process;

namespace Integrationskonzept.EndToEnd.Tests;

public sealed class When_people_take_part_in_events(RunningPlatform running)
{
    const string Tenant = Walkthrough.Walkthrough.Whole,
        Live = Walkthrough.Walkthrough.Live;

    async Task<JsonNode> EventAsync(string tenant, Func<JsonNode, bool> which)
    {
        var process = new Whole(running.Platform, tenant, Walkthrough.Story.Load());
        return (await process.ListAsync(process.Coordinator, "events")).First(which);
    }

    static DateTimeOffset Start(JsonNode row) => DateTimeOffset.Parse(row["start"]!.GetValue<string>(), CultureInfo.InvariantCulture);

    Task<JsonNode> OpenEventAsync() =>
        EventAsync(
            Live,
            row =>
                row["kind"]!.GetValue<string>() != "hearing"
                && row["state"]!.GetValue<string>() == "confirmed"
                && Start(row) > TimeProvider.System.GetUtcNow()
        );

    [Fact]
    public async Task The_kickoff_counts_those_who_were_checked_in_and_certifies_it()
    {
        var kickoff = await EventAsync(Tenant, row => row["kind"]!.GetValue<string>() == "kickoff");
        kickoff["attendance"]!.AsObject().Sum(group => group.Value!.GetValue<int>()).ShouldBe(63);
        kickoff["noShows"]!.GetValue<int>().ShouldBe(0);

        var url = $"/api/v1/{Tenant}/events/{kickoff["id"]}";
        var list = (await running.Platform.GetAsync($"{Tenant}.check-in-helper", $"{url}/check-in-lists"))[0]!;
        list["checkedIn"]!.GetValue<int>().ShouldBe(63, "what a device sends twice counts once");
        var people = await running.Platform.GetAsync($"{Tenant}.check-in-helper", $"{url}/check-in-lists/{list["id"]}/people?limit=200");
        var named = people["items"]!.AsArray().Single(person => person!["name"] is not null)!;
        var (type, bytes) = await running.Platform.DownloadAsync(
            $"{Tenant}.coordinator",
            $"{url}/registrations/{named["registrationId"]}/certificate"
        );
        type.ShouldBe("application/pdf");
        using var pdf = PdfDocument.Open(bytes);
        var text = string.Join(" ", pdf.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
        text.ShouldContain("Teilnahmebescheinigung");
        text.ShouldContain("Teilnehmende Person 1");
        pdf.NumberOfPages.ShouldBe(1);
        System.Text.Encoding.Latin1.GetString(bytes).ShouldContain("/StructTreeRoot");
    }

    [Fact]
    public async Task The_budget_says_what_a_vorlage_needs()
    {
        var kickoff = await EventAsync(Tenant, row => row["kind"]!.GetValue<string>() == "kickoff");
        var budget = await running.Platform.GetAsync($"{Tenant}.coordinator", $"/api/v1/{Tenant}/mandates/{kickoff["mandateId"]}/budget");
        (
            budget["granted"]!.GetValue<decimal>(),
            budget["total"]!["planned"]!.GetValue<decimal>(),
            budget["total"]!["actual"]!.GetValue<decimal>()
        ).ShouldBe((7000, 7000, 1000));
        budget["text"]!.GetValue<string>().ShouldContain("12 × Workshops zu 500,00 Euro = 6.000,00 Euro");
        var (type, csv) = await running.Platform.DownloadAsync(
            $"{Tenant}.coordinator",
            $"/api/v1/{Tenant}/mandates/{kickoff["mandateId"]}/budget/export.csv"
        );
        type.ShouldBe("text/csv");
        System.Text.Encoding.UTF8.GetString(csv).ShouldContain("R-2022-1");
    }

    [Fact]
    public async Task A_full_event_shows_who_waits_to_nobody_and_a_poll_became_an_event()
    {
        var open = await OpenEventAsync();
        var url = $"/api/v1/{Live}/events/{open["id"]}";
        (await running.Platform.GetAsync(null, $"{url}/registration/numbers"))["confirmed"]!.GetValue<int>().ShouldBe(4);
        (await running.Platform.GetAsync($"{Live}.coordinator", $"{url}/registrations/participants"))["items"]!.AsArray().Count.ShouldBe(4);
        (await EventAsync(Live, row => row["kind"]!.GetValue<string>() == "hearing"))["state"]!.GetValue<string>().ShouldBe("confirmed");
    }

    [Fact]
    public async Task Pages_of_events_have_no_barrier_that_axe_can_find()
    {
        await using var browser = await Browser.StartAsync();
        var paths = new[]
        {
            $"/{Tenant}/events/{(await EventAsync(Tenant, row => row["kind"]!.GetValue<string>() == "kickoff"))["id"]}",
            $"/{Live}/events/{(await OpenEventAsync())["id"]}/registration",
        };
        foreach (var path in paths)
        foreach (var (locale, width) in new[] { ("de-DE", 1100), ("en-GB", 360) })
        {
            var page = await browser.OpenAsync(new(running.Gateway, path), locale, width: width);
            (await Browser.BarriersAsync(page)).ShouldBeEmpty();
            (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue(
                $"{path} scrolls sideways at {width} px"
            );
        }
    }

    [Fact]
    public async Task Somebody_without_an_account_registers_in_the_browser_by_the_link_in_the_mail()
    {
        var open = await OpenEventAsync();
        var address = $"{Guid.CreateVersion7():N}@verein.example";
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(new(running.Gateway, $"/{Live}/events/{open["id"]}"), bypassPolicy: false);
        await page.ClickAsync("text=Ohne Konto anmelden");
        await page.FillAsync("#request-address", address);
        await page.SelectOptionAsync("#request-group", "institution");
        await page.ClickAsync("#request button");
        await page.WaitForSelectorAsync("#outcome:has-text('Wir haben Ihnen eine Mail geschickt')");

        var mail = await running.Mails.ToAsync(address);
        var link = running.Mails.LinkIn(mail, "confirm");
        await Browser.FollowAsync(page, link);
        await page.ClickAsync("#confirm button");
        await page.WaitForSelectorAsync("#outcome:has-text('Warteliste')");
        page.Url.ShouldNotContain("#", Case.Sensitive, "the token does not stay in the address");

        await Browser.FollowAsync(page, link);
        await page.ClickAsync("#confirm button");
        await page.WaitForSelectorAsync("#outcome:has-text('schon benutzt')");
    }
}
