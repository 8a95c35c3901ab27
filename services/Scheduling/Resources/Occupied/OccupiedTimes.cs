using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Resources.Moderators;
using Integrationskonzept.Scheduling.Resources.Shared;
using Integrationskonzept.Scheduling.Resources.Venues;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Resources.Occupied;

/// <summary>When a venue or a moderator is taken, whoever booked them.</summary>
static class OccupiedTimes
{
    public static void MapOccupiedTimes(this IEndpointRouteBuilder app)
    {
        app.MapTenantApi("venues/{id:guid}/occupied", "Venues")
            .MapGet("", OfAsync<Venue>)
            .RequirePermission(Permissions.PlansRead)
            .WithName("list-occupied-times-of-venue")
            .WithSummary("When the venue is taken, from a day, to a day (at most 400 days); of others' events nothing but that");
        app.MapTenantApi("moderators/{id:guid}/occupied", "Moderators")
            .MapGet("", OfAsync<Moderator>)
            .RequirePermission(Permissions.PlansWrite)
            .WithName("list-occupied-times-of-moderator")
            .WithSummary("When the moderator is taken, from a day, to a day (at most 400 days); of others' events nothing but that");
    }

    static async Task<Ok<List<OccupiedTime>>> OfAsync<TResource>(
        Guid id,
        DateOnly? from,
        DateOnly? to,
        SchedulingDb db,
        SharedPool pool,
        TenantClock clock,
        CancellationToken ct
    )
        where TResource : Aggregate
    {
        if (!await pool.Ours.AnyAsync(row => row.Id == id, ct))
            await db.Set<TResource>().AsNoTracking().GetAsync(id, ct);
        var period = await Period.OfAsync(from, to, clock, ct);
        var civil = await clock.CivilTimeAsync(ct);
        var (first, last, slug) = (civil.StartOf(period.From), civil.StartOf(period.To.AddDays(1)), clock.Slug);
        return TypedResults.Ok(
            await db
                .Bookings.AsNoTracking()
                .Where(row => row.ResourceId == id && row.StartsAt < last && row.EndsAt > first)
                .OrderBy(row => row.StartsAt)
                .Select(row => new OccupiedTime(row.StartsAt, row.EndsAt, row.TenantSlug == slug ? row.EventId : null))
                .ToListAsync(ct)
        );
    }
}

/// <param name="Start">From when.</param>
/// <param name="End">Until when.</param>
/// <param name="EventId">The event, if it is one of the Landkreis.</param>
public sealed record OccupiedTime(DateTimeOffset Start, DateTimeOffset End, Guid? EventId);
