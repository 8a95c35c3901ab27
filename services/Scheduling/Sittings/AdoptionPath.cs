using System.ComponentModel.DataAnnotations;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Sittings;

/// <summary>When the result is to be adopted; the last event is counted back from it.</summary>
public sealed record AdoptionTerms
{
    /// <summary>Day of the sitting of the council that adopts; it must be on file.</summary>
    public required DateOnly On { get; init; }
    /// <summary>Days before that sitting by which its papers must be out; 14, the notice period of a Kreistag in Hesse, if not said.</summary>
    [Range(0, 120)]
    public int NoticeDays { get; init; } = 14;
    /// <summary>Bodies that deal with it before, in their order: the advisory board, then the Kreisausschuss.</summary>
    [MaxLength(10)]
    public IReadOnlyList<PriorConsultation> Before { get; init; } = [];
    /// <summary>Days for writing, between the last event and the first papers; 42 if not said.</summary>
    [Range(0, 730)]
    public int DraftingDays { get; init; } = 42;
}

/// <param name="Committee">Key of the body.</param>
/// <param name="NoticeDays">Days before its sitting by which its papers must be out; 7 if not said.</param>
public sealed record PriorConsultation([Required, MaxLength(63)] string Committee, [Range(0, 120)] int NoticeDays = 7);

/// <summary>The way from the last event to the adoption.</summary>
/// <param name="LastEventOn">Last day on which an event may be.</param>
/// <param name="Sittings">The sittings on the way, in their order.</param>
public sealed record AdoptionPath(DateOnly LastEventOn, IReadOnlyList<AdoptionStep> Sittings)
{
    /// <summary>Counts back from the sitting that adopts: its notice period, then the latest sitting of each body before that, and so on.</summary>
    internal static async Task<AdoptionPath> OfAsync(AdoptionTerms terms, SchedulingDb db, TenantDirectory tenants, TenantContext tenant, CancellationToken ct)
    {
        var known = await tenants.GetAsync(tenant.Required, ct);
        var council = known.Council.Key;
        if (!await db.Sittings.AnyAsync(row => row.Committee == council && row.On == terms.On, ct)) throw new NoSitting(known.Council.Name, terms.On, true);
        var steps = new List<AdoptionStep> { new(council, terms.On, terms.On.AddDays(-terms.NoticeDays)) };
        foreach (var prior in terms.Before.Reverse())
        {
            var name = known.Committees.FirstOrDefault(row => row.Key == prior.Committee)?.Name ?? throw new CommitteeUnknown(prior.Committee);
            var by = steps[0].PapersBy;
            var on = await db.Sittings.Where(row => row.Committee == prior.Committee && row.On <= by).MaxAsync(row => (DateOnly?)row.On, ct) ?? throw new NoSitting(name, by, false);
            steps.Insert(0, new(prior.Committee, on, on.AddDays(-prior.NoticeDays)));
        }
        return new(steps[0].PapersBy.AddDays(-terms.DraftingDays), steps);
    }
}

/// <param name="Committee">Key of the body.</param>
/// <param name="On">Day of its sitting.</param>
/// <param name="PapersBy">Day by which the papers must be out.</param>
public sealed record AdoptionStep(string Committee, DateOnly On, DateOnly PapersBy);
