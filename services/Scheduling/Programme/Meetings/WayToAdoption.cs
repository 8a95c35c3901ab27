using Integrationskonzept.Planning;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Programme.Meetings;

/// <summary>Finds the meetings between the last event and the adoption.</summary>
static class WayToAdoption
{
    /// <summary>
    /// Counts back from the meeting that adopts: its notice period, then the latest meeting of each organization before that, and so on.
    /// </summary>
    public static async Task<AdoptionPath> CountBackAsync(
        this SchedulingDb db,
        AdoptionTerms terms,
        TenantClock clock,
        CancellationToken ct
    )
    {
        var known = await clock.LandkreisAsync(ct);
        var council = known.Council.Key;
        if (!await db.Meetings.AnyAsync(row => row.Organization == council && row.On == terms.On, ct))
            throw new NoMeeting(known.Council.Name, terms.On, true);
        var steps = new List<AdoptionStep> { new(council, terms.On, terms.On.AddDays(-terms.NoticeDays)) };
        foreach (var prior in terms.Before.Reverse())
        {
            var name =
                known.Organizations.FirstOrDefault(row => row.Key == prior.Organization)?.Name
                ?? throw new OrganizationUnknown(prior.Organization);
            var by = steps[0].PapersBy;
            var on =
                await db
                    .Meetings.Where(row => row.Organization == prior.Organization && row.On <= by)
                    .MaxAsync(row => (DateOnly?)row.On, ct)
                ?? throw new NoMeeting(name, by, false);
            steps.Insert(0, new(prior.Organization, on, on.AddDays(-prior.NoticeDays)));
        }
        return new(steps[0].PapersBy.AddDays(-terms.DraftingDays), steps);
    }
}
