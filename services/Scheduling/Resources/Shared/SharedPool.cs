using Integrationskonzept.Scheduling.Resources.Moderators;
using Integrationskonzept.Scheduling.Resources.Venues;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Resources.Shared;

/// <summary>What the current tenant may book together with others.</summary>
sealed class SharedPool(SchedulingDb db, TenantContext tenant)
{
    public IQueryable<SharedResource> Ours =>
        db.SharedResources.AsNoTracking().Where(row => row.TenantSlugs.Contains(tenant.Required)).OrderBy(row => row.Id);

    public async Task<IReadOnlyList<VenueDto>> VenuesAsync(CancellationToken ct) =>
        [
            .. (await Ours.Where(row => row.Venue != null).ToListAsync(ct)).Select(row => new VenueDto(
                row.Venue!,
                row.Id,
                row.Version,
                true
            )),
        ];

    public async Task<IReadOnlyList<ModeratorDto>> ModeratorsAsync(CancellationToken ct) =>
        [
            .. (await Ours.Where(row => row.Moderator != null).ToListAsync(ct)).Select(row => new ModeratorDto(
                row.Moderator!,
                row.Id,
                row.Version,
                true
            )),
        ];
}
