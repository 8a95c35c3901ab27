using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Integrationskonzept.ServiceDefaults.Authorization;

/// <summary>The right that an endpoint names.</summary>
/// <param name="Permission">One of <see cref="Permissions"/>.</param>
public sealed record PermissionRequirement(string Permission) : IAuthorizationRequirement;

/// <summary>How endpoints name their right.</summary>
public static class PermissionExtensions
{
    /// <summary>Lets in only callers whose role in the tenant of the route (or on the platform) has the permission.</summary>
    public static T RequirePermission<T>(this T endpoint, string permission)
        where T : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(policy => policy.RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(permission)));
}

sealed class PermissionHandler(Caller caller) : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (caller.Has(requirement.Permission))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

/// <summary>Who has no role at all in a Landkreis is told that it has no such thing (404), not that it is hidden (403).</summary>
sealed class ForeignTenantResult(TenantContext tenant, Caller caller) : IAuthorizationMiddlewareResultHandler
{
    static readonly AuthorizationMiddlewareResultHandler Default = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult result) =>
        result.Forbidden && tenant.Slug is not null && !caller.Roles.Any()
            ? throw new NotFoundProblem()
            : Default.HandleAsync(next, context, policy, result);
}
