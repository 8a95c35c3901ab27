using System.Globalization;
using System.Text.RegularExpressions;

namespace Integrationskonzept.EndToEnd.Tests.Portal;

/// <summary>From a goal to a measure that lacks nothing, and to the picture of what came of what.</summary>
public sealed partial class When_a_concept_is_completed(RunningPlatform running)
{
    const string Tenant = Walkthrough.Walkthrough.Live;

    [Fact]
    public async Task A_goal_gets_a_measure_that_lacks_nothing_and_the_list_of_what_is_missing_shrinks()
    {
        await using var browser = await Browser.StartAsync();
        var desk = await PortalVisit.BeginAsync(running, browser, $"editor@{Tenant}.example", to: $"{Tenant}/concepts");
        await desk.Page.Locator("main a[href*='/concepts/']").First.ClickAsync();
        await desk.Page.WaitForURLAsync("**/concepts/*");
        var concept = new Uri(desk.Page.Url).AbsolutePath["/portal/".Length..];
        var mark = $"{Guid.CreateVersion7():N}"[^8..];

        await desk.GoAsync($"{concept}/goals");
        (await Browser.BarriersAsync(desk.Page)).ShouldBeEmpty();
        await desk.FillAsync("Ziel", $"Alle lesen {mark}", "main form:has([name=Title])");
        await desk.PressAsync("Hinzufügen", $"Alle lesen {mark}");
        await desk.GoAsync(concept);
        await desk.Page.ClickAsync("summary:text-is('Maßnahme hinzufügen')");
        await desk.FillAsync("Titel der Maßnahme", $"Lesecafé {mark}", "main form:has([name=NewTitle])");
        await desk.PressAsync("Hinzufügen und ausfüllen", "Noch nicht angegeben:");
        var measure = new Uri(desk.Page.Url).AbsolutePath["/portal/".Length..].Split('?')[0];
        var before = await MissingAsync(desk, concept);

        await desk.GoAsync(measure);
        await desk.FillAsync("Beschreibung", "Jede Woche ein Café.");
        await desk.FillAsync("Verantwortlich", "Stadtbücherei");
        var goal = await desk.Page.Locator($"option:has-text('Alle lesen {mark}')").GetAttributeAsync("value");
        await desk.Page.SelectOptionAsync("[name='Form.GoalId']", goal!);
        await desk.FillAsync("Beginn (Monat)", "2027-03");
        await desk.FillAsync("Kosten im Jahr in Euro", "1.200");
        await desk.FillAsync("Was gezählt wird", "Besuche");
        await desk.FillAsync("Zielwert", "300");
        await desk.PressAsync("Speichern", "Gespeichert.");
        (await desk.TextAsync()).ShouldNotContain("Noch nicht angegeben:");
        (await Browser.BarriersAsync(desk.Page)).ShouldBeEmpty();
        (await MissingAsync(desk, concept)).ShouldBe(before - 5); // owner, period, cost, indicator, and the goal has a measure

        await desk.GoAsync($"{concept}/readiness");
        (await desk.TextAsync()).ShouldNotContain($"Lesecafé {mark}");
        (await Browser.BarriersAsync(desk.Page)).ShouldBeEmpty();

        await desk.GoAsync(measure);
        await desk.Page.ClickAsync("main a:text-is('Woraus sie wurde und wohin sie führt')");
        await desk.Page.WaitForURLAsync("**/trace?of=*");
        (await desk.Page.Locator("main svg").TextContentAsync())!.ShouldContain("Lesecafé");
        var row = desk.Page.Locator("main tr", new() { HasText = "Maßnahme" }).Filter(new() { HasText = $"Lesecafé {mark}" }).First;
        (await row.InnerTextAsync()).ShouldContain($"Alle lesen {mark}"); // the table says the same as the line
        (await Browser.BarriersAsync(desk.Page)).ShouldBeEmpty();
    }

    /// <summary>The number on the concept's page.</summary>
    static async Task<int> MissingAsync(PortalVisit desk, string concept)
    {
        await desk.GoAsync(concept);
        return int.Parse(Missing().Match(await desk.TextAsync()).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Was noch fehlt: (\d+)")]
    private static partial Regex Missing();
}
