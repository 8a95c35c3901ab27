using Integrationskonzept.Scheduling.Resources.Bookings;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Resources.Moderators;

static class ModeratorEndpoints
{
    public static void MapModerators(this IEndpointRouteBuilder app)
    {
        var moderators = app.MapTenantApi("moderators", "Moderators");

        moderators
            .MapGet(
                "",
                async (SchedulingDb db, [AsParameters] PageRequest page, HttpContext http) =>
                    await db.Moderators.AsNoTracking().ToPageAsync(page, http, row => row.Dto)
            )
            .RequirePermission(Permissions.PlansWrite)
            .WithName("list-moderators")
            .WithSummary("Moderators of the Landkreis");

        moderators
            .MapGet(
                "{id:guid}",
                async (Guid id, SchedulingDb db, CancellationToken ct) =>
                    TypedResults.Ok((await db.Moderators.AsNoTracking().GetAsync(id, ct)).Dto)
            )
            .RequirePermission(Permissions.PlansWrite)
            .WithName("get-moderator")
            .WithSummary("One moderator");

        moderators
            .MapPost(
                "",
                async (ModeratorDetails wish, SchedulingDb db, TenantContext tenant, CancellationToken ct) =>
                {
                    Availability.RequireSensible(wish);
                    var row = db.Add(new Moderator { Details = wish }).Entity;
                    await db.SaveChangesAsync(ct);
                    return TypedResults.Created($"/api/v1/{tenant.Required}/moderators/{row.Id}", row.Dto);
                }
            )
            .RequirePermission(Permissions.PlansWrite)
            .WithName("add-moderator")
            .WithSummary("Adds a moderator that plans may book");

        moderators
            .MapPut(
                "{id:guid}",
                async (Guid id, ModeratorDetails wish, IfMatch match, SchedulingDb db, CancellationToken ct) =>
                {
                    Availability.RequireSensible(wish);
                    var row = await db.Moderators.GetAsync(id, ct);
                    match.Require(row);
                    row.Details = wish;
                    await db.SaveChangesAsync(ct);
                    return TypedResults.Ok(row.Dto);
                }
            )
            .RequirePermission(Permissions.PlansWrite)
            .WithName("change-moderator")
            .WithSummary("Changes a moderator; events that are booked stay: plan them anew where that no longer works");

        moderators
            .MapDelete(
                "{id:guid}",
                async (Guid id, SchedulingDb db, TimeProvider clock, CancellationToken ct) =>
                {
                    var row = await db.Moderators.GetAsync(id, ct);
                    await db.RequireUnbookedAsync(id, clock, ct);
                    db.Remove(row);
                    await db.SaveChangesAsync(ct);
                    return TypedResults.NoContent();
                }
            )
            .RequirePermission(Permissions.PlansWrite)
            .WithName("delete-moderator")
            .WithSummary("Removes a moderator that no coming event is booked with");
    }
}
