using Integrationskonzept.Walkthrough;
using Integrationskonzept.Walkthrough.Steps;
using Cycle = Integrationskonzept.Walkthrough.Process;

namespace Integrationskonzept.EndToEnd.Tests;

/// <summary>A Landkreis that has its edition is given a second mandate: the whole way once more, through all services.</summary>
public sealed class When_a_second_cycle_is_played(RunningPlatform running)
{
    const string Tenant = "schwalm-eder";

    [Fact]
    public async Task Its_concept_becomes_edition_2_and_edition_1_keeps_its_address()
    {
        await Tenants.RegisterAsync(running.Platform, Tenant, "06634", "Schwalm-Eder-Kreis", "#1d5c5c");
        var story = Story.Load();
        await PlayAsync(new(running.Platform, Tenant, story), Papers.OfLimburgWeilburg(), edition: 1);
        var adoption = story.Adoption with
        {
            Reference = "VL-77/2026",
            Date = new(2026, 2, 2),
            Committee = new(2026, 2, 12),
            Council = new(2026, 2, 27),
        };
        await PlayAsync(
            new(running.Platform, Tenant, story with { Adoption = adoption }),
            Papers.Beginning(Tenant, new(2025, 1, 15)),
            edition: 2
        );

        using var http = new HttpClient { BaseAddress = running.Gateway };
        var concepts = (
            await running.Platform.UntilAsync(
                $"{Tenant}.editor",
                $"/api/v1/{Tenant}/concepts",
                page => page["items"]!.AsArray().All(concept => concept!["state"]!.GetValue<string>() == "published"),
                "Drafting learns of both editions"
            )
        )["items"]!.AsArray();
        concepts.Select(concept => concept!["edition"]!.GetValue<int>()).ShouldBe([1, 2]);
        (await http.GetStringAsync($"/{Tenant}/konzept/1")).ShouldContain("VL-412/2023");
        (await http.GetStringAsync($"/{Tenant}/konzept/2")).ShouldContain("VL-77/2026");
        (await running.Platform.GetAsync(null, $"/api/v1/{Tenant}/processes"))
            .AsArray()
            .Select(process => process!["stage"]!.GetValue<string>())
            .ShouldBe(["published", "published"]);

        await using var browser = await Browser.StartAsync();
        (await Browser.BarriersAsync(await browser.OpenAsync(new(running.Gateway, $"/{Tenant}")))).ShouldBeEmpty();
    }

    static async Task PlayAsync(Cycle cycle, Papers papers, int edition)
    {
        await Mandate.GrantAsync(cycle, papers);
        await Planning.ConfirmAsync(cycle);
        await Participation.TakePartAsync(cycle, cycle.Story.TopicAreas.Count);
        await Drafting.WriteAsync(cycle);
        await Adoption.AdoptAsync(cycle);
        await Publication.WaitAsync(cycle, edition);
    }
}
