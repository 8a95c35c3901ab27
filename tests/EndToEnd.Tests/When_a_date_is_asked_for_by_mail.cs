using System.Globalization;

namespace Integrationskonzept.EndToEnd.Tests;

public sealed class When_a_date_is_asked_for_by_mail(RunningPlatform running)
{
    const string Tenant = Walkthrough.Walkthrough.Live,
        Coordinator = $"{Tenant}.coordinator";

    [Fact]
    public async Task Somebody_without_an_account_answers_in_the_browser_and_takes_it_back()
    {
        var (url, address) = ($"/api/v1/{Tenant}/polls", $"{Guid.CreateVersion7():N}@verein.example");
        var poll = (await running.Platform.PostAsync(Coordinator, url, await PollAsync()))["id"]!.GetValue<string>();
        await running.Platform.PostAsync(
            Coordinator,
            $"{url}/{poll}/invitations",
            new { addresses = new[] { new { address, language = "en" } } }
        );
        var link = running.Mails.LinkIn(await running.Mails.ToAsync(address), "answer");

        await using var browser = await Browser.StartAsync();
        foreach (var (locale, width) in new[] { ("de-DE", 1100), ("en-GB", 360) })
        {
            var looked = await browser.OpenAsync(link, locale, width: width);
            await looked.WaitForSelectorAsync("#answer fieldset");
            (await Browser.BarriersAsync(looked)).ShouldBeEmpty();
            (await looked.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue(
                $"it scrolls sideways at {width} px"
            );
        }

        var page = await browser.OpenAsync(link, bypassPolicy: false);
        await page.CheckAsync("input[name=date-1][value=yes]");
        await page.CheckAsync("input[name=date-2][value=ifNeedBe]");
        await page.ClickAsync("#answer button[type=submit]");
        await page.WaitForSelectorAsync("#outcome:has-text('Ihre Antwort ist gespeichert')");
        page.Url.ShouldNotContain("#", Case.Sensitive, "the token does not stay in the address");
        var known = await running.Platform.GetAsync(Coordinator, $"{url}/{poll}");
        known["answers"]!.GetValue<int>().ShouldBe(1);
        known["best"]!.GetValue<int>().ShouldBe(1);

        await Browser.FollowAsync(page, link);
        (await page.IsCheckedAsync("input[name=date-2][value=ifNeedBe]")).ShouldBeTrue("one's own answer is shown");
        await page.ClickAsync("#take-back");
        await page.WaitForSelectorAsync("#outcome:has-text('gelöscht')");
        (await running.Platform.GetAsync(Coordinator, $"{url}/{poll}"))["answers"]!.GetValue<int>().ShouldBe(0);
    }

    async Task<object> PollAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        var events = await running.Platform.GetAsync(Coordinator, $"/api/v1/{Tenant}/events");
        var day = DateOnly.FromDateTime(now.UtcDateTime).AddDays(200);
        return new
        {
            mandateId = events["items"]![0]!["mandateId"]!.GetValue<string>(),
            kind = "hearing",
            title = "Anhörung der Vereine",
            venue = "Kreishaus",
            deadline = now.AddDays(30),
            options = Enumerable
                .Range(0, 2)
                .Select(number => day.AddDays(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                .Select(date => new { start = $"{date}T10:00", end = $"{date}T12:00" }),
        };
    }
}
