using Integrationskonzept.Client.Models;
using Integrationskonzept.Walkthrough.Api;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Integrationskonzept.Walkthrough.Steps;

/// <summary>The coordination has a plan proposed, finds rooms, and confirms it.</summary>
static class Planning
{
    public static async Task ConfirmAsync(Process process)
    {
        var api = process.AsCoordinator;
        await Platform.UntilAsync(() => api.Mandates[process.Mandate].GetAsync(), _ => true, "the mandate reaches scheduling");
        await KeepResourcesAsync(process);
        var plan =
            (await api.AllPlansAsync()).FindLast(row => row.MandateId == process.Mandate)
            ?? (
                await api.Plans.PostAsync(
                    new()
                    {
                        MandateId = process.Mandate,
                        Needs = new() { AdditionalData = Needs },
                    }
                )
            )!;
        if (plan.State != PlanState.Confirmed)
            plan = (await api.Plans[plan.Id!.Value].Confirm.PostAsync(Versions.Seen(plan.Version)))!;
        var events = plan.Events!;
        process.Say(
            $"{events.Count} events confirmed, from {events[0].Start:yyyy-MM-dd} to {events[^1].Start:yyyy-MM-dd}, "
                + $"{plan.Cost} of {plan.Budget} EUR"
        );
    }

    /// <summary>By kind of event: a map with free keys has no type of its own in the generated client, nor has what is in it.</summary>
    static Dictionary<string, object> Needs => new() { ["kickoff"] = Need(participants: 80), ["workshop"] = Need(participants: 25) };

    static UntypedObject Need(int participants) =>
        new(
            new Dictionary<string, UntypedNode>
            {
                ["participants"] = new UntypedInteger(participants),
                ["equipment"] = new UntypedArray([new UntypedString("stufenlos")]),
                ["moderated"] = new UntypedBoolean(true),
                ["languages"] = new UntypedArray([new UntypedString("de")]),
            }
        );

    /// <summary>Rooms of the Landkreis; moderators that two Landkreise share, kept by the operator.</summary>
    static async Task KeepResourcesAsync(Process process)
    {
        var api = process.AsCoordinator;
        var known = (await api.AllVenuesAsync()).Select(row => row.Name).ToHashSet();
        foreach (var (index, name) in process.Story.Venues.Index().Where(venue => !known.Contains(venue.Item)))
            await api.Venues.PostAsync(
                new()
                {
                    Name = name,
                    Capacity = 120 - 40 * index,
                    Equipment = ["stufenlos", "beamer"],
                }
            );
        if ((await api.Moderators.Shared.GetAsync())!.Count > 0)
            return;
        foreach (var name in new[] { "Moderation A", "Moderation B" })
            await process.Platform.Operator.Api.V1.Operations.Scheduling.SharedModerators.PostAsync(
                new()
                {
                    Name = name,
                    Languages = ["de"],
                    Fee = new() { HalfDay = 500, Day = 1000 },
                    Tenants = [.. new[] { Walkthrough.Whole, Walkthrough.Live, process.Tenant }.Distinct()],
                }
            );
    }
}
