namespace Integrationskonzept.Walkthrough.Steps;

/// <summary>The coordination has a plan proposed, finds rooms, and confirms it.</summary>
static class Planning
{
    public static async Task ConfirmAsync(Process process)
    {
        var mandates = await process.Platform.UntilAsync(process.Coordinator, $"{process.Api}/mandates", page => page["items"]!.AsArray().Count > 0, "the mandate reaches scheduling");
        var mandateId = mandates["items"]![0]!.Text("id");
        var plan = (await process.ListAsync(process.Coordinator, "plans")).LastOrDefault(row => row.Text("mandateId") == mandateId)
            ?? await process.Platform.PostAsync(process.Coordinator, $"{process.Api}/plans", new { mandateId });
        if (plan.Text("state") != "confirmed")
        {
            var rooms = process.Story.Venues;
            foreach (var (row, index) in plan["events"]!.AsArray().Select((row, index) => (row!, index)).ToList())
                plan = await process.Platform.PutAsync(process.Coordinator, $"{process.Api}/plans/{plan.Text("id")}/events/{row.Text("id")}",
                    new { start = Local(row.Text("start")), end = Local(row.Text("end")), title = row.Text("title"), venue = rooms[index % rooms.Count] }, plan.Version());
            plan = await process.Platform.PostAsync(process.Coordinator, $"{process.Api}/plans/{plan.Text("id")}/confirm", null, plan.Version());
        }
        var events = plan["events"]!.AsArray();
        process.Say($"{events.Count} events confirmed, from {events[0]!.Text("start")[..10]} to {events[^1]!.Text("start")[..10]}, {plan["cost"]} of {plan["budget"]} EUR");
    }

    /// <summary>Civil time, as a person would enter it.</summary>
    static string Local(string time) => time[..16];
}
