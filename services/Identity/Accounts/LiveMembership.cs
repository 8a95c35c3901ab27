using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Identity.Accounts;

/// <summary>Who acts must be what the token says still: tokens outlive a removal by minutes.</summary>
sealed class LiveMembership(IdentityDb db, Caller caller, TenantContext tenant)
{
    /// <exception cref="NotFoundProblem">A person who is no coordinator here, or no operator, any more.</exception>
    public async Task RequireAsync(CancellationToken ct)
    {
        if (caller.Email is null || !Guid.TryParse(caller.Id, out var id))
            return;
        // A removal that is under way waits for us, or we for it.
        await db.Database.ExecuteSqlAsync($"select id from accounts where id = {id} for share", ct);
        var isStill = caller.PlatformRoles.Contains(Roles.Operator) ? IsOperatorAsync(id, ct) : IsCoordinatorAsync(id, ct);
        if (!await isStill)
            throw new NotFoundProblem();
    }

    Task<bool> IsOperatorAsync(Guid id, CancellationToken ct) => db.Accounts.AnyAsync(row => row.Id == id && row.IsOperator, ct);

    Task<bool> IsCoordinatorAsync(Guid id, CancellationToken ct) =>
        db.Memberships.AnyAsync(row => row.AccountId == id && row.TenantSlug == tenant.Required && row.Role == Roles.Coordinator, ct);
}

static class LiveMembershipExtensions
{
    /// <summary>Whoever writes here must be still what the token says.</summary>
    public static T ForLiveMembers<T>(this T endpoints)
        where T : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilter(
            async (context, next) =>
            {
                var http = context.HttpContext;
                if (!HttpMethods.IsGet(http.Request.Method))
                    await http.RequestServices.GetRequiredService<LiveMembership>().RequireAsync(http.RequestAborted);
                return await next(context);
            }
        );
}
