using System.Text.Json.Nodes;

namespace Integrationskonzept.Walkthrough.Steps;

/// <summary>
/// The kickoff: described and confirmed, people checked in at the door by a helper whose network drops, counted, certified, paid for.
/// </summary>
static class Kickoff
{
    public static async Task HoldAsync(Process process)
    {
        var kickoff = (await process.ListAsync(process.Coordinator, "events")).First(row => row.Text("kind") == "kickoff");
        if (kickoff.Text("state") == "held")
            return;
        var url = $"{process.Api}/events/{kickoff.Text("id")}";
        await DescribeAsync(process, url, kickoff);
        var scans = await CheckInAsync(process, url, kickoff);
        var held = await process.Platform.PostAsync(process.Moderator, $"{url}/held", new { });
        process.Say($"kickoff held, {held["attendance"]!.AsObject().Sum(group => group.Value!.GetValue<int>())} people checked in");

        await process.Platform.DownloadAsync(process.Coordinator, $"{url}/registrations/{scans[0].Text("registrationId")}/certificate");
        await AccountAsync(process, kickoff);
    }

    static async Task DescribeAsync(Process process, string url, JsonNode kickoff)
    {
        if (kickoff.Text("state") != "planned")
            return;
        await process.Platform.PutAsync(
            process.Coordinator,
            url,
            new
            {
                title = kickoff.Text("title"),
                venue = kickoff["venue"]?.GetValue<string>(),
                description = "Wir beginnen das Integrationskonzept gemeinsam.",
                agenda = new[]
                {
                    Point("Begrüßung", 30),
                    Point("Was heißt Integration für uns?", 90),
                    Point("Pause", 30),
                    Point("Die sechs Themenfelder", 120),
                    Point("Ausblick", 30),
                },
                access = new
                {
                    interpreters = new[] { "ar", "uk" },
                    childcare = true,
                    stepFree = true,
                    easyLanguage = true,
                },
            },
            kickoff.Version()
        );
        await process.Platform.PostAsync(process.Coordinator, $"{url}/confirm", null);

        static object Point(string title, int minutes) => new { title, minutes };
    }

    /// <summary>What the helper's device kept is sent twice, as a device does that did not hear the answer; it counts once.</summary>
    static async Task<IReadOnlyList<JsonNode>> CheckInAsync(Process process, string url, JsonNode kickoff)
    {
        var helper = $"{process.Tenant}.check-in-helper";
        var list =
            (await process.Platform.GetAsync(helper, $"{url}/check-in-lists")).AsArray().FirstOrDefault()
            ?? await process.Platform.PostAsync(process.Coordinator, $"{url}/check-in-lists", new { name = "Eingang" });
        var start = DateTimeOffset.Parse(kickoff.Text("start"), System.Globalization.CultureInfo.InvariantCulture);
        var people = process
            .Story.Attendance.SelectMany(group => Enumerable.Repeat(group.Key, group.Value))
            .Select(
                (group, number) =>
                    new
                    {
                        id = Guid.CreateVersion7(),
                        at = start.AddSeconds(-20 * number),
                        walkIn = new { group, name = number == 0 ? "Teilnehmende Person 1" : null },
                    }
            )
            .ToList();
        await process.Platform.PostAsync(helper, $"{url}/check-in-lists/{list.Text("id")}/scans", new { items = people });
        var answer = await process.Platform.PostAsync(helper, $"{url}/check-in-lists/{list.Text("id")}/scans", new { items = people });
        return [.. answer["items"]!.AsArray().Select(item => item!)];
    }

    static async Task AccountAsync(Process process, JsonNode kickoff)
    {
        var mandate = $"{process.Api}/mandates/{kickoff.Text("mandateId")}";
        var funding = await process.Platform.GetAsync(process.Coordinator, $"{mandate}/funding");
        await process.Platform.PutAsync(
            process.Coordinator,
            $"{mandate}/funding",
            new
            {
                sources = new object[] { new { name = "Landesprogramm WIR", percent = 90 }, new { name = process.Tenant, percent = 10 } },
            },
            funding.Version()
        );
        await process.Platform.PostAsync(
            process.Coordinator,
            $"{mandate}/budget/items",
            new
            {
                position = "moderation",
                text = "Moderation des Auftakts",
                eventId = kickoff.Text("id"),
                reference = "R-2022-1",
                committed = 1000,
                actual = 1000,
                isSettled = true,
            }
        );
        var budget = await process.Platform.GetAsync(process.Coordinator, $"{mandate}/budget");
        process.Say(budget.Text("text"));
    }
}
