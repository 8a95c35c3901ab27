using Integrationskonzept.Planning;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Programme.Sittings;

/// <summary>Finds the sittings between the last event and the adoption.</summary>
static class WayToAdoption
{
    /// <summary>
    /// Counts back from the sitting that adopts: its notice period, then the latest sitting of each body before that, and so on.
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
        if (!await db.Sittings.AnyAsync(row => row.Committee == council && row.On == terms.On, ct))
            throw new NoSitting(known.Council.Name, terms.On, true);
        var steps = new List<AdoptionStep> { new(council, terms.On, terms.On.AddDays(-terms.NoticeDays)) };
        foreach (var prior in terms.Before.Reverse())
        {
            var name =
                known.Committees.FirstOrDefault(row => row.Key == prior.Committee)?.Name ?? throw new CommitteeUnknown(prior.Committee);
            var by = steps[0].PapersBy;
            var on =
                await db.Sittings.Where(row => row.Committee == prior.Committee && row.On <= by).MaxAsync(row => (DateOnly?)row.On, ct)
                ?? throw new NoSitting(name, by, false);
            steps.Insert(0, new(prior.Committee, on, on.AddDays(-prior.NoticeDays)));
        }
        return new(steps[0].PapersBy.AddDays(-terms.DraftingDays), steps);
    }
}
