using System.Text.RegularExpressions;

namespace Integrationskonzept.EndToEnd.Tests.Portal;

public sealed partial class When_portal_pages_are_looked_at(RunningPlatform running)
{
    const string Tenant = Walkthrough.Walkthrough.Whole;
    const int MostBytes = 100 * 1024;
    const string TooWide =
        "[...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > window.innerWidth)"
        + ".slice(0, 8).map(one => one.outerHTML.slice(0, 120)).join(' ')";

    [Theory]
    [InlineData("coordinator", "de-DE", 1100)]
    [InlineData("coordinator", "en-GB", 320)]
    [InlineData("council-office", "de-DE", 320)]
    [InlineData("moderator", "en-GB", 320)]
    [InlineData("participant", "de-DE", 320)]
    [InlineData("editor", "en-GB", 1100)]
    [InlineData("check-in-helper", "en-GB", 320)]
    [InlineData("operator", "de-DE", 320)]
    [InlineData("operator", "en-GB", 1100)]
    public async Task None_has_a_barrier_that_axe_can_find_scrolls_sideways_or_is_heavy(string role, string locale, int width)
    {
        await using var browser = await Browser.StartAsync();
        var (userName, area) = role == "operator" ? ("operator@platform.example", "operators") : ($"{role}@{Tenant}.example", Tenant);
        var visit = await PortalVisit.BeginAsync(running, browser, userName, locale, width: width, to: area);
        var kickoff = $"{visit.Page.Url}/events/{await KickoffAsync()}";
        string[] doors = role is "coordinator" or "check-in-helper" ? [$"{kickoff}/door"] : [];
        var (seen, waiting, wrong) = (new HashSet<string>(), new Queue<string>([visit.Page.Url, .. doors]), new List<string>());
        while (waiting.TryDequeue(out var address))
        {
            // One page of each kind: whichever thing it is about, and whichever part of a list.
            if (!seen.Add(Section().Replace(Id().Replace(new Uri(address).AbsolutePath, "…"), "/sections/…") + View().Match(address).Value))
                continue;
            var answer = await visit.Page.GotoAsync(address);
            if (!answer!.Ok)
                wrong.Add($"{address} answered {answer.Status}");
            wrong.AddRange(await Browser.BarriersAsync(visit.Page));
            if (await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > window.innerWidth"))
                wrong.Add($"{address} scrolls sideways: {await visit.Page.EvaluateAsync<string>(TooWide)}");
            var bytes = await visit.Page.EvaluateAsync<int>(Weight);
            if (bytes is 0 or > MostBytes)
                wrong.Add($"{address} weighs {bytes} bytes");
            foreach (
                var link in await visit.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('main a, nav a')].map(a => a.href)")
            )
                if (link.Contains($"/portal/{area}", StringComparison.Ordinal) && !link.Contains("/download/", StringComparison.Ordinal))
                    waiting.Enqueue(link);
        }
        wrong.ShouldBeEmpty();
        seen.Count.ShouldBeGreaterThan(
            role switch
            {
                "check-in-helper" => 1,
                "participant" or "operator" => 5,
                _ => 12,
            }
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("/events?view=calendar")]
    [InlineData("/papers/import")]
    [InlineData("/resources")]
    public async Task The_keyboard_reaches_everything_in_order_and_shows_where_it_is(string page)
    {
        await using var browser = await Browser.StartAsync();
        var visit = await AtTheTopAsync(browser, page);
        var all = await visit.Page.EvaluateAsync<string[]>(Focusable);
        var reached = new List<string>();
        for (var pressed = 0; pressed < all.Length; pressed++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            reached.Add(await visit.Page.EvaluateAsync<string>(Focused));
        }
        reached.ShouldBe(all.Select(one => $"{one} shows its focus"));
    }

    [Fact]
    public async Task The_first_key_leads_past_the_navigation()
    {
        await using var browser = await Browser.StartAsync();
        var visit = await AtTheTopAsync(browser, "/papers/import");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Keyboard.PressAsync("Tab");
        (await visit.Page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)")).ShouldBeTrue();
    }

    /// <summary>Without scripts: with them a page begins at its heading.</summary>
    Task<PortalVisit> AtTheTopAsync(Browser browser, string page) =>
        PortalVisit.BeginAsync(running, browser, $"coordinator@{Tenant}.example", javaScript: false, to: $"{Tenant}{page}");

    /// <summary>What a mouse can use, in the order of the page.</summary>
    const string Focusable = """
        () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
            .filter(one => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.type !== 'hidden')
            .map((one, at) => (one.dataset.at = `${at} ${one.tagName} ${(one.innerText || one.name || '').slice(0, 30)}`))
        """;

    const string Focused = """
        () => {
            const one = document.activeElement;
            const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
            const shows = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
            return `${one.dataset.at} ${shows ? 'shows its focus' : 'hides its focus'}`;
        }
        """;

    /// <summary>The events' page that is looked at has no open door; the kickoff's is.</summary>
    async Task<string> KickoffAsync() =>
        (await running.Platform.GetAsync($"{Tenant}.coordinator", $"/api/v1/{Tenant}/events"))["items"]!
            .AsArray()
            .First(row => $"{row!["kind"]}" == "kickoff")!["id"]!.GetValue<string>();

    /// <summary>What came over the line, or would have without the cache: pages, styles and scripts; fonts come once and later.</summary>
    const string Weight = """
        performance.getEntries()
            .filter(entry => entry.entryType === 'navigation' || ['link', 'script', 'css'].includes(entry.initiatorType))
            .filter(entry => !entry.name.includes('.woff2'))
            .reduce((sum, entry) => sum + entry.encodedBodySize, 0)
        """;

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();

    /// <summary>A list in another shape is another page.</summary>
    [GeneratedRegex("view=[a-z]+")]
    private static partial Regex View();

    [GeneratedRegex("/sections/[^/]+")]
    private static partial Regex Section();
}
