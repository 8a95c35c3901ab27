using Integrationskonzept.Client.Models;
using Integrationskonzept.Walkthrough.Api;

namespace Integrationskonzept.Walkthrough.Steps;

/// <summary>The coordination imports the paper; the council office records what the bodies decided.</summary>
static class Mandate
{
    public static async Task GrantAsync(Process process, Papers paper)
    {
        // The text goes as text/plain: of the two media types that the API reads, the generated client takes the first.
        var row =
            (await process.AsCoordinator.AllPapersAsync()).Find(item => item.Reference == paper.Reference)
            ?? (await process.AsCoordinator.Papers.Import.PostAsync(paper.Text))!;
        process.Mandate = row.Id!.Value;
        var content = row.Content!;
        process.Say(
            $"{row.Reference} read: {content.TopicAreas!.Count} topic areas, "
                + $"{content.Programme!.Count} kinds of events, {content.ComputedTotal} EUR"
        );

        foreach (var (number, day) in new[] { (1, paper.Committee), (2, paper.Council) })
            if (row.Consultations![number - 1].Decision is null)
                row = await DecideAsync(process, row, number, Outcome.Adopted, day);
        process.Say($"the Kreistag has decided on {paper.Council:yyyy-MM-dd}: the mandate is granted");
    }

    public static async Task<PaperDto> DecideAsync(Process process, PaperDto paper, int number, Outcome outcome, DateOnly day) =>
        (
            await process
                .AsCouncilOffice.Papers[paper.Id!.Value]
                .Consultations[number]
                .Decision.PostAsync(new() { Outcome = outcome, DecidedOn = day }, Versions.Seen(paper.Version))
        )!;
}
