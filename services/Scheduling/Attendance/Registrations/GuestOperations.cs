using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <summary>How operators have it told once more who is expected: after an upgrade, or where others have lost it.</summary>
static class GuestOperations
{
    public static void MapGuestOperations(this IEndpointRouteBuilder app) =>
        app.MapPost($"/api/v1/operations/{SchedulingDb.Service}/guests/tell-again", TellAgainAsync)
            .WithTags("Operations")
            .RequirePermission(Permissions.PlatformOperate)
            .WithName("tell-guests-again")
            .WithSummary(
                "Tells Participation once more who is invited to and registered for events ahead, in all Landkreise; "
                    + "what it knows already changes nothing"
            );

    static async Task<Ok<ToldGuests>> TellAgainAsync(SchedulingDb db, IServiceScopeFactory scopes, TimeProvider time, CancellationToken ct)
    {
        var told = 0;
        foreach (var slug in await db.KnownTenants.Select(tenant => tenant.Slug).ToListAsync(ct))
        {
            await using var scope = scopes.CreateScopeOf(slug);
            told += await scope.ServiceProvider.GetRequiredService<GuestNews>().TellAgainAsync(time.GetUtcNow(), ct);
            await scope.ServiceProvider.GetRequiredService<SchedulingDb>().SaveChangesAsync(ct);
        }
        return TypedResults.Ok(new ToldGuests(told));
    }
}

/// <param name="Guests">Invitations and registrations, of all Landkreise.</param>
public sealed record ToldGuests(int Guests);
