namespace Integrationskonzept.Walkthrough.Steps;

/// <summary>The coordination has a plan proposed, finds rooms, and confirms it.</summary>
static class Planning
{
    public static async Task ConfirmAsync(Process process)
    {
        var mandateId = process.Mandate;
        await process.Platform.UntilAsync(
            process.Coordinator,
            $"{process.Api}/mandates/{mandateId}",
            _ => true,
            "the mandate reaches scheduling"
        );
        await KeepResourcesAsync(process);
        var plan =
            (await process.ListAsync(process.Coordinator, "plans")).LastOrDefault(row => row.Text("mandateId") == mandateId)
            ?? await process.Platform.PostAsync(process.Coordinator, $"{process.Api}/plans", new { mandateId, needs = Needs });
        if (plan.Text("state") != "confirmed")
            plan = await process.Platform.PostAsync(
                process.Coordinator,
                $"{process.Api}/plans/{plan.Text("id")}/confirm",
                null,
                plan.Version()
            );
        var events = plan["events"]!.AsArray();
        process.Say(
            $"{events.Count} events confirmed, from {events[0]!.Text("start")[..10]} to {events[^1]!.Text("start")[..10]}, "
                + $"{plan["cost"]} of {plan["budget"]} EUR"
        );
    }

    static readonly object Needs = new
    {
        kickoff = new
        {
            participants = 80,
            equipment = new[] { "stufenlos" },
            moderated = true,
            languages = new[] { "de" },
        },
        workshop = new
        {
            participants = 25,
            equipment = new[] { "stufenlos" },
            moderated = true,
            languages = new[] { "de" },
        },
    };

    /// <summary>Rooms of the Landkreis; moderators that two Landkreise share, kept by the operator.</summary>
    static async Task KeepResourcesAsync(Process process)
    {
        var known = (await process.ListAsync(process.Coordinator, "venues")).Select(row => row.Text("name")).ToHashSet();
        foreach (
            var (name, index) in process.Story.Venues.Select((name, index) => (name, index)).Where(venue => !known.Contains(venue.name))
        )
            await process.Platform.PostAsync(
                process.Coordinator,
                $"{process.Api}/venues",
                new
                {
                    name,
                    capacity = 120 - 40 * index,
                    equipment = new[] { "stufenlos", "beamer" },
                }
            );
        if ((await process.Platform.GetAsync(process.Coordinator, $"{process.Api}/moderators/shared")).AsArray().Count > 0)
            return;
        foreach (var name in new[] { "Moderation A", "Moderation B" })
            await process.Platform.PostAsync(
                "platform.operator",
                "/api/v1/operations/scheduling/shared-moderators",
                new
                {
                    name,
                    languages = new[] { "de" },
                    fee = new { halfDay = 500, day = 1000 },
                    tenants = new[] { Walkthrough.Whole, Walkthrough.Live, process.Tenant }.Distinct(),
                }
            );
    }
}
