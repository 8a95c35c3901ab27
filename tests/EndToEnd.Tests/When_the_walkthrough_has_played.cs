using System.Security.Cryptography;
using System.Text;
using Integrationskonzept.Walkthrough;
using UglyToad.PdfPig;
using Whole = Integrationskonzept.Walkthrough.Process;

namespace Integrationskonzept.EndToEnd.Tests;

public sealed class When_the_walkthrough_has_played(RunningPlatform running)
{
    const string Tenant = Walkthrough.Walkthrough.Whole,
        Other = Walkthrough.Walkthrough.Silent,
        Live = Walkthrough.Walkthrough.Live;
    static readonly Story Story = Story.Load();

    [Fact]
    public async Task The_page_reads_without_javascript_and_contains_what_was_contributed()
    {
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(new(running.Gateway, $"/{Tenant}/konzept/1"), javaScript: false);
        var text = await page.InnerTextAsync("body");
        foreach (var measure in Story.TopicAreas.SelectMany(area => area.Measures))
            text.ShouldContain(measure.Title);
        foreach (
            var contribution in Story.TopicAreas.SelectMany(area =>
                area.Measures.SelectMany(measure => measure.From).Distinct().Select(from => area.Contributions[from])
            )
        )
            text.ShouldContain(contribution.Text);
        text.ShouldContain("13 Veranstaltungen");
        text.ShouldContain("VL-320/2022");
        text.ShouldContain("VL-412/2023");
    }

    [Theory]
    [InlineData("/")]
    [InlineData($"/{Tenant}")]
    [InlineData($"/{Live}")]
    [InlineData($"/{Tenant}/konzept/1")]
    [InlineData("/barrierefreiheit")]
    [InlineData("/leichte-sprache")]
    [InlineData("/nirgendwo")]
    [InlineData("/account/sign-in")]
    public async Task No_page_has_a_barrier_that_axe_can_find_in_either_language_and_on_a_phone(string path)
    {
        await using var browser = await Browser.StartAsync();
        foreach (var (locale, width) in new[] { ("de-DE", 1100), ("en-GB", 360) })
        {
            var page = await browser.OpenAsync(new(running.Gateway, path), locale, width: width);
            (await Browser.BarriersAsync(page)).ShouldBeEmpty();
            (await page.GetAttributeAsync("html", "lang")).ShouldBe(locale[..2]);
            (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue(
                $"{path} scrolls sideways at {width} px"
            );
        }
    }

    [Fact]
    public async Task The_pdf_is_tagged_titled_and_contains_what_was_contributed()
    {
        using var http = new HttpClient { BaseAddress = running.Gateway };
        var bytes = await http.GetByteArrayAsync($"/{Tenant}/konzept/1/pdf");
        using var pdf = PdfDocument.Open(bytes);
        var text = string.Join(" ", pdf.GetPages().Select(page => string.Join(" ", page.GetWords().Select(word => word.Text))))
            .Normalize(NormalizationForm.FormKC); // ligatures
        foreach (var measure in Story.TopicAreas.SelectMany(area => area.Measures))
            text.ShouldContain(measure.Title);
        text.ShouldContain($"Seite 1 von {pdf.NumberOfPages}");
        pdf.Information.Title.ShouldNotBeNull().ShouldContain("Integrationskonzept");
        pdf.TryGetBookmarks(out var outline).ShouldBeTrue();
        outline.GetNodes().Select(node => node.Title).ShouldContain("Bildung & Sprache");
        var catalog = System.Text.Encoding.Latin1.GetString(bytes);
        catalog.ShouldContain("/StructTreeRoot");
        catalog.ShouldContain("pdfuaid");
    }

    [Fact]
    public async Task A_published_measure_leads_back_to_its_contributions_and_they_know_what_became_of_them()
    {
        var trace = await running.Platform.GetAsync(null, $"/api/v1/{Tenant}/editions/1/measures/1.1/trace");
        trace["mandateReference"]!.GetValue<string>().ShouldBe("VL-320/2022");
        var source = trace["contributions"]!.AsArray().Single()!;
        var whole = new Whole(running.Platform, Tenant, Story);
        var area = (await whole.ListAsync(whole.Coordinator, "topic-areas")).Single(row =>
            row["key"]!.GetValue<string>() == trace["topicAreaKey"]!.GetValue<string>()
        );

        var contribution = await running.Platform.UntilAsync(
            whole.Moderator,
            $"{whole.Api}/topic-areas/{area["id"]}/contributions/{source["id"]}",
            row => row["answer"] is not null,
            "the contribution is answered"
        );
        contribution["text"]!.GetValue<string>().ShouldBe(Story.TopicAreas[0].Contributions[0].Text);
        contribution["points"]!.GetValue<int>().ShouldBe(Story.TopicAreas[0].Contributions[0].Points);
        contribution["answer"]!.GetValue<string>().ShouldBe("takenUp");
    }

    [Fact]
    public async Task The_seal_can_be_checked_by_anybody_and_there_is_one_edition()
    {
        using var http = new HttpClient { BaseAddress = running.Gateway };
        var editions = (await running.Platform.GetAsync(null, $"/api/v1/{Tenant}/editions"))["items"]!.AsArray();
        editions.Count.ShouldBe(1);
        var content = await http.GetByteArrayAsync($"/{Tenant}/konzept/1/inhalt.json");
        Convert.ToHexStringLower(SHA256.HashData(content)).ShouldBe(editions[0]!["contentHash"]!.GetValue<string>());
    }

    [Fact]
    public async Task Thirteen_events_stand_in_the_calendar()
    {
        using var http = new HttpClient { BaseAddress = running.Gateway };
        var calendar = await http.GetStringAsync($"/{Tenant}/calendar.ics");
        calendar.Split("BEGIN:VEVENT").Length.ShouldBe(14);
    }

    [Fact]
    public async Task Another_landkreis_sees_nothing_of_it()
    {
        var whole = new Whole(running.Platform, Tenant, Story);
        var other = new Whole(running.Platform, Other, Story);
        foreach (var resource in new[] { "papers", "concepts", "plans", "events", "mandates", "topic-areas", "organisations" })
        {
            (await other.ListAsync(other.Coordinator, resource)).ShouldBeEmpty(resource);
            (await running.Platform.TryAsync(other.Coordinator, HttpMethod.Get, $"{whole.Api}/{resource}")).Status.ShouldBe(404, resource);
            var id = (await whole.ListAsync(whole.Coordinator, resource))[0]["id"]!.GetValue<string>();
            if (resource is "organisations" or "topic-areas" or "papers" or "concepts" or "plans" or "events")
                (await running.Platform.TryAsync(other.Coordinator, HttpMethod.Get, $"{other.Api}/{resource}/{id}")).Status.ShouldBe(
                    404,
                    resource
                );
        }
        (await running.Platform.GetAsync(null, $"{other.Api}/processes")).AsArray().ShouldBeEmpty();
        (await running.Platform.TryAsync(null, HttpMethod.Get, $"/{Other}/konzept/1")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task The_landkreis_in_the_middle_of_it_is_open_for_contributions()
    {
        var process = (await running.Platform.GetAsync(null, $"/api/v1/{Live}/processes"))[0]!;
        process["stage"]!.GetValue<string>().ShouldBe("participation");
        var kinds = process["events"]!.AsArray().Select(row => row!["event"]!["kind"]!.GetValue<string>()).ToList();
        kinds.Count(kind => kind is "kickoff" or "workshop").ShouldBe(13, "those of the plan");
        kinds.ShouldContain("hearing", "a date was asked for it");
        running.Said.ShouldContain(line => line.Contains("13 events confirmed", StringComparison.Ordinal));
    }
}
