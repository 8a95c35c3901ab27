using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Scheduling.Resources.Shared;

/// <summary>For a Landkreis: what it may book together with others.</summary>
static class SharedPoolEndpoints
{
    public static void MapSharedPool(this IEndpointRouteBuilder app)
    {
        app.MapTenantApi("venues", "Venues")
            .MapGet("shared", async (SharedPool pool, CancellationToken ct) => TypedResults.Ok(await pool.VenuesAsync(ct)))
            .RequirePermission(Permissions.PlansRead)
            .WithName("list-venues-shared-with-us")
            .WithSummary("Venues that the Landkreis shares with others; who else books them is not told");

        app.MapTenantApi("moderators", "Moderators")
            .MapGet("shared", async (SharedPool pool, CancellationToken ct) => TypedResults.Ok(await pool.ModeratorsAsync(ct)))
            .RequirePermission(Permissions.PlansWrite)
            .WithName("list-moderators-shared-with-us")
            .WithSummary("Moderators that the Landkreis shares with others; who else books them is not told");
    }
}
