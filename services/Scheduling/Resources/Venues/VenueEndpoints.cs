using Integrationskonzept.Scheduling.Resources.Bookings;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Resources.Venues;

static class VenueEndpoints
{
    public static void MapVenues(this IEndpointRouteBuilder app)
    {
        var venues = app.MapTenantApi("venues", "Venues");

        venues
            .MapGet(
                "",
                async (SchedulingDb db, [AsParameters] PageRequest page, HttpContext http) =>
                    await db.Venues.AsNoTracking().ToPageAsync(page, http, row => row.Dto)
            )
            .RequirePermission(Permissions.PlansRead)
            .WithName("list-venues")
            .WithSummary("Venues of the Landkreis");

        venues
            .MapGet(
                "{id:guid}",
                async (Guid id, SchedulingDb db, CancellationToken ct) =>
                    TypedResults.Ok((await db.Venues.AsNoTracking().GetAsync(id, ct)).Dto)
            )
            .RequirePermission(Permissions.PlansRead)
            .WithName("get-venue")
            .WithSummary("One venue");

        venues
            .MapPost(
                "",
                async (VenueDetails wish, SchedulingDb db, TenantContext tenant, CancellationToken ct) =>
                {
                    Availability.RequireSensible(wish);
                    var row = db.Add(new Venue { Details = wish }).Entity;
                    await db.SaveChangesAsync(ct);
                    return TypedResults.Created($"/api/v1/{tenant.Required}/venues/{row.Id}", row.Dto);
                }
            )
            .RequirePermission(Permissions.PlansWrite)
            .WithName("add-venue")
            .WithSummary("Adds a venue that plans may book");

        venues
            .MapPut(
                "{id:guid}",
                async (Guid id, VenueDetails wish, IfMatch match, SchedulingDb db, CancellationToken ct) =>
                {
                    Availability.RequireSensible(wish);
                    var row = await db.Venues.GetAsync(id, ct);
                    match.Require(row);
                    row.Details = wish;
                    await db.SaveChangesAsync(ct);
                    return TypedResults.Ok(row.Dto);
                }
            )
            .RequirePermission(Permissions.PlansWrite)
            .WithName("change-venue")
            .WithSummary("Changes a venue; events that are booked stay: plan them anew where that no longer works");

        venues
            .MapDelete(
                "{id:guid}",
                async (Guid id, SchedulingDb db, TimeProvider clock, CancellationToken ct) =>
                {
                    var row = await db.Venues.GetAsync(id, ct);
                    await db.RequireUnbookedAsync(id, clock, ct);
                    db.Remove(row);
                    await db.SaveChangesAsync(ct);
                    return TypedResults.NoContent();
                }
            )
            .RequirePermission(Permissions.PlansWrite)
            .WithName("delete-venue")
            .WithSummary("Removes a venue that no coming event is booked with");
    }
}
