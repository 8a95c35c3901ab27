using System.Text.RegularExpressions;

namespace Integrationskonzept.EndToEnd.Tests.Portal;

public sealed partial class When_portal_pages_are_looked_at(RunningPlatform running)
{
    const string Tenant = Walkthrough.Walkthrough.Whole;
    const int MostBytes = 100 * 1024;

    [Theory]
    [InlineData("coordinator", "de-DE", 1100)]
    [InlineData("coordinator", "en-GB", 320)]
    [InlineData("council-office", "de-DE", 320)]
    [InlineData("moderator", "en-GB", 320)]
    [InlineData("participant", "de-DE", 320)]
    [InlineData("editor", "en-GB", 1100)]
    [InlineData("check-in-helper", "en-GB", 320)]
    [InlineData("operator", "de-DE", 320)]
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
                wrong.Add($"{address} scrolls sideways");
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
