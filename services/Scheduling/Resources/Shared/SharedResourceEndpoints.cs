using Integrationskonzept.Scheduling.Resources.Bookings;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Resources.Shared;

/// <summary>For the operator: venues and moderators that several Landkreise book. Who booked what is not shown here either.</summary>
static class SharedResourceEndpoints
{
    const string Venues = "shared-venues",
        Moderators = "shared-moderators";

    public static void MapSharedResources(this IEndpointRouteBuilder app)
    {
        app.MapSharedPool();
        var shared = app.MapGroup($"/api/v1/operations/{SchedulingDb.Service}")
            .WithTags("Shared venues and moderators")
            .WithETags()
            .RequirePermission(Permissions.PlatformOperate);

        shared
            .MapGet(
                Venues,
                async (SchedulingDb db, CancellationToken ct) =>
                    TypedResults.Ok(
                        (
                            await db.SharedResources.AsNoTracking().Where(row => row.Venue != null).OrderBy(row => row.Id).ToListAsync(ct)
                        ).ConvertAll(row => new SharedVenueDto(row))
                    )
            )
            .WithName("list-shared-venues")
            .WithSummary("Venues that several Landkreise may book");
        shared
            .MapPost(
                Venues,
                async (SharedVenueDetails wish, SchedulingDb db, TenantDirectory tenants, CancellationToken ct) =>
                {
                    Availability.RequireSensible(wish);
                    var row = db.Add(new SharedResource { TenantSlugs = await KnownAsync(wish.Tenants, tenants, ct), Venue = wish }).Entity;
                    await db.SaveChangesAsync(ct);
                    return TypedResults.Created((string?)null, new SharedVenueDto(row));
                }
            )
            .WithName("add-shared-venue")
            .WithSummary("Adds a venue that several Landkreise may book");
        shared
            .MapPut(
                $"{Venues}/{{id:guid}}",
                async (Guid id, SharedVenueDetails wish, IfMatch match, SchedulingDb db, TenantDirectory tenants, CancellationToken ct) =>
                {
                    Availability.RequireSensible(wish);
                    var row = await FindAsync(db, id, row => row.Venue is not null, ct);
                    match.Require(row);
                    row.TenantSlugs = await KnownAsync(wish.Tenants, tenants, ct);
                    row.Venue = wish;
                    await SaveAsync(db, row, ct);
                    return TypedResults.Ok(new SharedVenueDto(row));
                }
            )
            .WithName("change-shared-venue")
            .WithSummary("Changes a shared venue, or who may book it");

        shared
            .MapGet(
                Moderators,
                async (SchedulingDb db, CancellationToken ct) =>
                    TypedResults.Ok(
                        (
                            await db
                                .SharedResources.AsNoTracking()
                                .Where(row => row.Moderator != null)
                                .OrderBy(row => row.Id)
                                .ToListAsync(ct)
                        ).ConvertAll(row => new SharedModeratorDto(row))
                    )
            )
            .WithName("list-shared-moderators")
            .WithSummary("Moderators whom several Landkreise may book");
        shared
            .MapPost(
                Moderators,
                async (SharedModeratorDetails wish, SchedulingDb db, TenantDirectory tenants, CancellationToken ct) =>
                {
                    Availability.RequireSensible(wish);
                    var row = db.Add(
                        new SharedResource { TenantSlugs = await KnownAsync(wish.Tenants, tenants, ct), Moderator = wish }
                    ).Entity;
                    await db.SaveChangesAsync(ct);
                    return TypedResults.Created((string?)null, new SharedModeratorDto(row));
                }
            )
            .WithName("add-shared-moderator")
            .WithSummary("Adds a moderator whom several Landkreise may book");
        shared
            .MapPut(
                $"{Moderators}/{{id:guid}}",
                async (
                    Guid id,
                    SharedModeratorDetails wish,
                    IfMatch match,
                    SchedulingDb db,
                    TenantDirectory tenants,
                    CancellationToken ct
                ) =>
                {
                    Availability.RequireSensible(wish);
                    var row = await FindAsync(db, id, row => row.Moderator is not null, ct);
                    match.Require(row);
                    row.TenantSlugs = await KnownAsync(wish.Tenants, tenants, ct);
                    row.Moderator = wish;
                    await SaveAsync(db, row, ct);
                    return TypedResults.Ok(new SharedModeratorDto(row));
                }
            )
            .WithName("change-shared-moderator")
            .WithSummary("Changes a shared moderator, or who may book them");

        shared
            .MapDelete(
                $"{Venues}/{{id:guid}}",
                (Guid id, SchedulingDb db, TimeProvider clock, CancellationToken ct) =>
                    DeleteAsync(db, id, row => row.Venue is not null, clock, ct)
            )
            .WithName("delete-shared-venue")
            .WithSummary("Removes a shared venue that no coming event is booked with");
        shared
            .MapDelete(
                $"{Moderators}/{{id:guid}}",
                (Guid id, SchedulingDb db, TimeProvider clock, CancellationToken ct) =>
                    DeleteAsync(db, id, row => row.Moderator is not null, clock, ct)
            )
            .WithName("delete-shared-moderator")
            .WithSummary("Removes a shared moderator with whom no coming event is booked");
    }

    static async Task<NoContent> DeleteAsync(
        SchedulingDb db,
        Guid id,
        Func<SharedResource, bool> which,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var row = await FindAsync(db, id, which, ct);
        await db.RequireUnbookedAsync(id, clock, ct);
        db.Remove(row);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    static async Task<SharedResource> FindAsync(SchedulingDb db, Guid id, Func<SharedResource, bool> which, CancellationToken ct) =>
        await db.SharedResources.SingleOrDefaultAsync(row => row.Id == id, ct) is { } row && which(row) ? row : throw new NotFoundProblem();

    static async Task SaveAsync(SchedulingDb db, SharedResource row, CancellationToken ct)
    {
        row.Change();
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new ChangedMeanwhile();
        }
    }

    static async Task<List<string>> KnownAsync(IReadOnlyList<string> slugs, TenantDirectory tenants, CancellationToken ct)
    {
        foreach (var slug in slugs)
            if (await tenants.FindAsync(slug, ct) is null)
                throw new SharedWithUnknown(slug);
        return [.. slugs.Distinct()];
    }
}

/// <summary>There is no such Landkreis.</summary>
public sealed class SharedWithUnknown(string slug)
    : UnprocessableProblem(
        "shared-with-unknown",
        new($"Einen Landkreis „{slug}“ gibt es auf dieser Installation nicht.", $"There is no Landkreis \"{slug}\" on this installation.")
    );
