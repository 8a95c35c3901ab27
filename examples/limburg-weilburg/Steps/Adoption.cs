using Integrationskonzept.Client.Models;
using Integrationskonzept.Walkthrough.Api;

namespace Integrationskonzept.Walkthrough.Steps;

/// <summary>A milestone is frozen and put before the organizations by a second paper; they adopt it.</summary>
static class Adoption
{
    public static async Task AdoptAsync(Process process, Func<Task>? beforeTheCouncil = null)
    {
        var adoption = process.Story.Adoption;
        var paper =
            (await process.AsCoordinator.AllPapersAsync()).Find(row => row.Reference == adoption.Reference) ?? await SubmitAsync(process);
        foreach (
            var (number, outcome, day) in new[]
            {
                (1, Outcome.Noted, adoption.Committee),
                (2, Outcome.Adopted, adoption.Committee),
                (3, Outcome.Adopted, adoption.Council),
            }
        )
        {
            if (paper.Consultations![number - 1].Decision is not null)
                continue;
            if (number == 3 && beforeTheCouncil is not null)
                await beforeTheCouncil();
            paper = await Mandate.DecideAsync(process, paper, number, outcome, day);
        }
        process.Say($"{adoption.Reference}: the Kreistag has adopted the concept");
    }

    static async Task<PaperDto> SubmitAsync(Process process)
    {
        var adoption = process.Story.Adoption;
        var concept = process.AsCoordinator.Concepts[await Drafting.ConceptIdAsync(process)];
        var milestone = await concept.Milestones.PostAsync(new() { Title = "Fassung für den Kreistag" });
        var submission = new SubmitConcept
        {
            Milestone = milestone!.Number,
            Reference = adoption.Reference,
            Office = adoption.Office,
            Date = adoption.Date,
            Consultations =
            [
                Before("Integrationsbeirat", ConsultationRole.Hearing, adoption.Committee),
                Before("Kreisausschuss", ConsultationRole.Preparation, adoption.Committee),
                Before("Kreistag", ConsultationRole.Decision, adoption.Council),
            ],
        };
        return (await concept.AdoptionPaper.PostAsync(submission))!;

        static PlannedConsultation Before(string organization, ConsultationRole role, DateOnly date) =>
            new()
            {
                Organization = organization,
                Role = role,
                Date = date,
            };
    }
}
