using Integrationskonzept.Client.Models;
using Integrationskonzept.Walkthrough.Api;

namespace Integrationskonzept.Walkthrough.Steps;

/// <summary>A hearing is asked for on Saturdays, which a plan keeps free; the best date becomes an event.</summary>
static class Poll
{
    public static async Task AskForADateAsync(Process process, DateTimeOffset now)
    {
        var saturday = DateOnly.FromDateTime(now.UtcDateTime).AddDays(60 + (6 - (int)now.AddDays(60).DayOfWeek + 7) % 7);
        var opened = await process.AsCoordinator.Polls.PostAsync(
            new()
            {
                MandateId = process.Mandate,
                Kind = EventKind.Hearing,
                Title = "Anhörung des Ausländerbeirats",
                Venue = "Kreishaus",
                Deadline = now.AddDays(30),
                Options = [.. Enumerable.Range(0, 3).Select(week => Morning(saturday.AddDays(7 * week)))],
            }
        );
        var id = opened!.Id!.Value;
        string[] answers = ["yes", "ifNeedBe", "no"];
        foreach (var (index, group) in Participation.Groups.Index())
        {
            var dates = new Dictionary<string, object>
            {
                ["1"] = answers[index % 3],
                ["2"] = answers[index % 2],
                ["3"] = answers[2],
            };
            await Participation.As(process, group).Polls[id].Answers.Mine.PutAsync(new() { Dates = new() { AdditionalData = dates } });
        }
        var poll = process.AsCoordinator.Polls[id];
        var answered = (await poll.GetAsync())!;
        var decided = (await poll.Decide.PostAsync(new() { Option = answered.Best }, Versions.Seen(answered.Version)))!;
        process.Say($"{decided.Title}: {decided.Answers} answered, date {decided.Options![answered.Best!.Value - 1].Start:yyyy-MM-dd}");
    }

    /// <summary>Local times: which offset they have is the Landkreis' matter.</summary>
    static OfferDate Morning(DateOnly day) => new() { Start = $"{day:yyyy-MM-dd}T10:00", End = $"{day:yyyy-MM-dd}T12:00" };
}
