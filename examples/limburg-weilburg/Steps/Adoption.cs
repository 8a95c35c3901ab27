namespace Integrationskonzept.Walkthrough.Steps;

/// <summary>A milestone is frozen and put before the organizations by a second paper; they adopt it.</summary>
static class Adoption
{
    public static async Task AdoptAsync(Process process, Func<Task>? beforeTheCouncil = null)
    {
        var adoption = process.Story.Adoption;
        var url = $"{process.Api}/concepts/{await Drafting.ConceptIdAsync(process)}";
        var paper = (await process.ListAsync(process.Coordinator, "papers")).FirstOrDefault(row =>
            row.Text("reference") == adoption.Reference
        );
        if (paper is null)
        {
            var milestone = await process.Platform.PostAsync(
                process.Coordinator,
                $"{url}/milestones",
                new { title = "Fassung für den Kreistag" }
            );
            paper = await process.Platform.PostAsync(
                process.Coordinator,
                $"{url}/adoption-paper",
                new
                {
                    milestone = milestone["number"]!.GetValue<int>(),
                    reference = adoption.Reference,
                    office = adoption.Office,
                    date = adoption.Date,
                    consultations = new[]
                    {
                        new
                        {
                            organization = "Integrationsbeirat",
                            date = adoption.Committee,
                            role = "hearing",
                        },
                        new
                        {
                            organization = "Kreisausschuss",
                            date = adoption.Committee,
                            role = "preparation",
                        },
                        new
                        {
                            organization = "Kreistag",
                            date = adoption.Council,
                            role = "decision",
                        },
                    },
                }
            );
        }
        foreach (
            var (number, outcome, day) in new[]
            {
                (1, "noted", adoption.Committee),
                (2, "adopted", adoption.Committee),
                (3, "adopted", adoption.Council),
            }
        )
        {
            if (paper["consultations"]![number - 1]!["decision"] is not null)
                continue;
            if (number == 3 && beforeTheCouncil is not null)
                await beforeTheCouncil();
            paper = await process.Platform.PostAsync(
                process.CouncilOffice,
                $"{process.Api}/papers/{paper.Text("id")}/consultations/{number}/decision",
                new { outcome, decidedOn = day },
                paper.Version()
            );
        }
        process.Say($"{adoption.Reference}: the Kreistag has adopted the concept");
    }
}
