namespace Integrationskonzept.Walkthrough.Steps;

/// <summary>The coordination imports the paper; the council office records what the bodies decided.</summary>
static class Mandate
{
    public static async Task GrantAsync(Process process, Papers paper)
    {
        var row =
            (await process.ListAsync(process.Coordinator, "papers")).FirstOrDefault(item => item.Text("reference") == paper.Reference)
            ?? await process.Platform.PostTextAsync(process.Coordinator, $"{process.Api}/papers/import", paper.Text);
        process.Mandate = row.Text("id");
        var content = row["content"]!;
        process.Say(
            $"{row.Text("reference")} read: {content["topicAreas"]!.AsArray().Count} topic areas, "
                + $"{content["programme"]!.AsArray().Count} kinds of events, {content["computedTotal"]} EUR"
        );

        foreach (var (number, day) in new[] { (1, paper.Committee), (2, paper.Council) })
        {
            if (row["consultations"]![number - 1]!["decision"] is not null)
                continue;
            row = await process.Platform.PostAsync(
                process.CouncilOffice,
                $"{process.Api}/papers/{row.Text("id")}/consultations/{number}/decision",
                new { outcome = "adopted", decidedOn = day },
                row.Version()
            );
        }
        process.Say($"the Kreistag has decided on {paper.Council:yyyy-MM-dd}: the mandate is granted");
    }
}
