using System.Globalization;
using Integrationskonzept.Client.Models;
using Integrationskonzept.Walkthrough.Api;

namespace Integrationskonzept.Walkthrough.Steps;

/// <summary>
/// The kickoff: described and confirmed, people checked in at the door by a helper whose network drops, counted, certified, paid for.
/// </summary>
static class Kickoff
{
    public static async Task HoldAsync(Process process)
    {
        var kickoff = (await process.AsCoordinator.AllEventsAsync()).First(row => row.Kind == EventKind.Kickoff);
        if (kickoff.State == EventState.Held)
            return;
        var id = kickoff.Id!.Value;
        await DescribeAsync(process, kickoff);
        var scans = await CheckInAsync(process, kickoff);
        var held = await process.AsModerator.Events[id].Held.PostAsync(new());
        // How many came of each group: a map with free keys, whose values have no type in the generated client.
        var came = held!.Attendance!.AdditionalData.Values.Sum(group => Convert.ToInt32(group, CultureInfo.InvariantCulture));
        process.Say($"kickoff held, {came} people checked in");

        // A file comes as a stream.
        var registration = process.AsCoordinator.Events[id].Registrations[scans[0].RegistrationId!.Value];
        await using var certificate = await registration.Certificate.GetAsync();
        await Budget.SettleAsync(process, kickoff);
    }

    static async Task DescribeAsync(Process process, EventDto kickoff)
    {
        if (kickoff.State != EventState.Planned)
            return;
        var api = process.AsCoordinator.Events[kickoff.Id!.Value];
        await api.PutAsync(
            new()
            {
                Title = kickoff.Title,
                Venue = kickoff.Venue,
                Description = "Wir beginnen das Integrationskonzept gemeinsam.",
                Agenda =
                [
                    Point("Begrüßung", 30),
                    Point("Was heißt Integration für uns?", 90),
                    Point("Pause", 30),
                    Point("Die sechs Themenfelder", 120),
                    Point("Ausblick", 30),
                ],
                Access = new()
                {
                    Interpreters = ["ar", "uk"],
                    Childcare = true,
                    StepFree = true,
                    EasyLanguage = true,
                },
            },
            Versions.Seen(kickoff.Version)
        );
        await api.Confirm.PostAsync();

        static AgendaPoint Point(string title, int minutes) => new() { Title = title, Minutes = minutes };
    }

    /// <summary>What the helper's device kept is sent twice, as a device does that did not hear the answer; it counts once.</summary>
    static async Task<List<ScanResult>> CheckInAsync(Process process, EventDto kickoff)
    {
        var id = kickoff.Id!.Value;
        var door = process.AsCheckInHelper.Events[id].CheckInLists;
        var list =
            (await door.GetAsync())!.FirstOrDefault()
            ?? await process.AsCoordinator.Events[id].CheckInLists.PostAsync(new() { Name = "Eingang" });
        var people = process
            .Story.Attendance.SelectMany(group => Enumerable.Repeat(Enum.Parse<StakeholderGroup>(group.Key, ignoreCase: true), group.Value))
            .Select(
                (group, number) =>
                    new Scan
                    {
                        Id = Guid.CreateVersion7(),
                        At = kickoff.Start!.Value.AddSeconds(-20 * number),
                        WalkIn = new() { Group = group, Name = number == 0 ? "Teilnehmende Person 1" : null },
                    }
            );
        var kept = new SendScans { Items = [.. people] };
        var scans = door[list!.Id!.Value].Scans;
        await scans.PostAsync(kept);
        return (await scans.PostAsync(kept))!.Items!;
    }
}
