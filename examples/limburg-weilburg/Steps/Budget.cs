using Integrationskonzept.Client.Models;
using Integrationskonzept.Walkthrough.Api;

namespace Integrationskonzept.Walkthrough.Steps;

/// <summary>Who pays for it, and what the kickoff has cost.</summary>
static class Budget
{
    public static async Task SettleAsync(Process process, EventDto kickoff)
    {
        var mandate = process.AsCoordinator.Mandates[kickoff.MandateId!.Value];
        var funding = await mandate.Funding.GetAsync();
        await mandate.Funding.PutAsync(
            new() { Sources = [new() { Name = "Landesprogramm WIR", Percent = 90 }, new() { Name = process.Tenant, Percent = 10 }] },
            Versions.SeenOrNew(funding!.Version)
        );
        await mandate.Budget.Items.PostAsync(
            new()
            {
                Position = Position.Moderation,
                Text = "Moderation des Auftakts",
                EventId = kickoff.Id,
                Reference = "R-2022-1",
                Committed = 1000,
                Actual = 1000,
                IsSettled = true,
            }
        );
        var budget = await mandate.Budget.GetAsync();
        process.Say(budget!.Text!);
    }
}
