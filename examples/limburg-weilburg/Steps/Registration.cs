using System.Text.Json.Nodes;

namespace Integrationskonzept.Walkthrough.Steps;

/// <summary>
/// People register for the next event until it is full; one waits, one has no account; a date for a hearing is asked for.
/// </summary>
static class Registration
{
    public static async Task OpenAsync(Process process)
    {
        var now = TimeProvider.System.GetUtcNow();
        var next = (await process.ListAsync(process.Coordinator, "events")).First(row =>
            row.Text("state") == "planned" && Start(row) > now.AddDays(2)
        );
        var url = $"{process.Api}/events/{next.Text("id")}";
        await process.Platform.PutAsync(
            process.Coordinator,
            $"{url}/registration",
            new
            {
                opensAt = now.AddDays(-1),
                closesAt = Start(next).AddHours(-12),
                capacity = 4,
                reserved = new { migrantOrganisation = 1 },
                listVisibility = "public",
            },
            version: 0
        );
        await process.Platform.PostAsync(process.Coordinator, $"{url}/confirm", null);

        var states = new List<string>();
        foreach (var group in Participation.Groups)
            states.Add(
                (await process.Platform.PostAsync(Participation.Person(process, group), $"{url}/registrations", new { group })).Text(
                    "state"
                )
            );
        await process.Platform.PostAsync(
            null,
            $"{url}/registrations/guests",
            new
            {
                address = "gast@verein.example",
                group = "civilSociety",
                language = "de",
            }
        );
        process.Say(
            $"{next.Text("title")}: {states.Count(state => state == "confirmed")} of 4 seats taken, "
                + $"{states.Count(state => state == "waiting")} waits; a guest was sent a link"
        );
        await AskForADateAsync(process, next.Text("mandateId"), now);
    }

    /// <summary>On Saturdays, which a plan keeps free.</summary>
    static async Task AskForADateAsync(Process process, string mandateId, DateTimeOffset now)
    {
        var saturday = DateOnly.FromDateTime(now.UtcDateTime).AddDays(60 + (6 - (int)now.AddDays(60).DayOfWeek + 7) % 7);
        var poll = await process.Platform.PostAsync(
            process.Coordinator,
            $"{process.Api}/polls",
            new
            {
                mandateId,
                kind = "hearing",
                title = "Anhörung des Ausländerbeirats",
                venue = "Kreishaus",
                deadline = now.AddDays(30),
                options = Enumerable
                    .Range(0, 3)
                    .Select(week => new
                    {
                        start = $"{saturday.AddDays(7 * week):yyyy-MM-dd}T10:00",
                        end = $"{saturday.AddDays(7 * week):yyyy-MM-dd}T12:00",
                    }),
            }
        );
        string[] answers = ["yes", "ifNeedBe", "no"];
        foreach (var (group, index) in Participation.Groups.Select((group, index) => (group, index)))
            await process.Platform.PutAsync(
                Participation.Person(process, group),
                $"{process.Api}/polls/{poll.Text("id")}/answers/mine",
                new
                {
                    dates = new Dictionary<int, string>
                    {
                        [1] = answers[index % 3],
                        [2] = answers[index % 2],
                        [3] = answers[2],
                    },
                }
            );
        poll = await process.Platform.GetAsync(process.Coordinator, $"{process.Api}/polls/{poll.Text("id")}");
        var decided = await process.Platform.PostAsync(
            process.Coordinator,
            $"{process.Api}/polls/{poll.Text("id")}/decide",
            new { option = poll["best"]!.GetValue<int>() },
            poll.Version()
        );
        process.Say(
            $"{decided.Text("title")}: {decided["answers"]} answered, date "
                + $"{decided["options"]![poll["best"]!.GetValue<int>() - 1]!.Text("start")[..10]}"
        );
    }

    static DateTimeOffset Start(JsonNode row) => DateTimeOffset.Parse(row.Text("start"), System.Globalization.CultureInfo.InvariantCulture);
}
