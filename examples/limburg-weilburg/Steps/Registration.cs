using Integrationskonzept.Client.Models;
using Integrationskonzept.Walkthrough.Api;

namespace Integrationskonzept.Walkthrough.Steps;

/// <summary>
/// People register for the next event until it is full; one waits, one has no account; a date for a hearing is asked for.
/// </summary>
static class Registration
{
    public static async Task OpenAsync(Process process)
    {
        var now = TimeProvider.System.GetUtcNow();
        var next = (await process.AsCoordinator.AllEventsAsync()).First(row =>
            row.State == EventState.Planned && row.Start > now.AddDays(2)
        );
        var id = next.Id!.Value;
        await process
            .AsCoordinator.Events[id]
            .Registration.PutAsync(
                new()
                {
                    OpensAt = now.AddDays(-1),
                    ClosesAt = next.Start!.Value.AddHours(-12),
                    Capacity = 4,
                    Reserved = new() { AdditionalData = new Dictionary<string, object> { ["migrantOrganisation"] = 1 } },
                    ListVisibility = ListVisibility.Public,
                },
                Versions.New
            );
        await process.AsCoordinator.Events[id].Confirm.PostAsync();

        var states = new List<RegistrationState?>();
        foreach (var group in Participation.Groups)
            states.Add((await Participation.As(process, group).Events[id].Registrations.PostAsync(new() { Group = group }))!.State);
        await process
            .AsAnybody.Events[id]
            .Registrations.Guests.PostAsync(
                new()
                {
                    Address = "gast@verein.example",
                    Group = StakeholderGroup.CivilSociety,
                    Language = MailLanguage.De,
                }
            );
        process.Say(
            $"{next.Title}: {states.Count(state => state == RegistrationState.Confirmed)} of 4 seats taken, "
                + $"{states.Count(state => state == RegistrationState.Waiting)} waits; a guest was sent a link"
        );
        await Poll.AskForADateAsync(process, now);
    }
}
