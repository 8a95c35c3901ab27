using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Integrationskonzept.Scheduling.Programme.Sittings;

static class SittingEndpoints
{
    public static void MapSittings(this IEndpointRouteBuilder app)
    {
        var sittings = app.MapTenantApi("sittings", "Sittings");

        sittings
            .MapGet(
                "",
                async (SchedulingDb db, [AsParameters] PageRequest page, HttpContext http) =>
                    await db.Sittings.AsNoTracking().ToPageAsync(page, http, SittingDto.From)
            )
            .RequirePermission(Permissions.PlansRead)
            .WithName("list-sittings")
            .WithSummary("Sittings of the bodies, as entered");

        sittings
            .MapPost(
                "",
                async (SetSitting wish, SchedulingDb db, TenantClock clock, CancellationToken ct) =>
                {
                    await RequireCommitteeAsync(wish, clock, ct);
                    var row = db.Add(new Sitting { Committee = wish.Committee, On = wish.On }).Entity;
                    await SaveAsync(db, ct);
                    return TypedResults.Created($"/api/v1/{clock.Slug}/sittings/{row.Id}", SittingDto.From(row));
                }
            )
            .RequirePermission(Permissions.SittingsWrite)
            .WithName("add-sitting")
            .WithSummary("Enters a sitting, so that plans can be counted back from it");

        sittings
            .MapPut(
                "{id:guid}",
                async (Guid id, SetSitting wish, IfMatch match, SchedulingDb db, TenantClock clock, CancellationToken ct) =>
                {
                    await RequireCommitteeAsync(wish, clock, ct);
                    var row = await db.Sittings.GetAsync(id, ct);
                    match.Require(row);
                    (row.Committee, row.On) = (wish.Committee, wish.On);
                    await SaveAsync(db, ct);
                    return TypedResults.Ok(SittingDto.From(row));
                }
            )
            .RequirePermission(Permissions.SittingsWrite)
            .WithName("change-sitting")
            .WithSummary("Moves a sitting; plans that were counted back from it stay as they are");

        sittings
            .MapDelete(
                "{id:guid}",
                async (Guid id, SchedulingDb db, CancellationToken ct) =>
                {
                    db.Remove(await db.Sittings.GetAsync(id, ct));
                    await db.SaveChangesAsync(ct);
                    return TypedResults.NoContent();
                }
            )
            .RequirePermission(Permissions.SittingsWrite)
            .WithName("delete-sitting")
            .WithSummary("Removes a sitting");
    }

    static async Task RequireCommitteeAsync(SetSitting wish, TenantClock clock, CancellationToken ct)
    {
        if ((await clock.LandkreisAsync(ct)).Committees.All(committee => committee.Key != wish.Committee))
            throw new CommitteeUnknown(wish.Committee);
    }

    static async Task SaveAsync(SchedulingDb db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException failure)
            when (failure.InnerException
                    is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: SittingTable.Once }
            )
        {
            throw new SittingKnown();
        }
    }
}
