using System.Security.Claims;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http;

namespace Integrationskonzept.ServiceDefaults.Authorization;

/// <summary>Who makes the request: an account or a client, with its roles in the tenant of the request.</summary>
public sealed class Caller(IHttpContextAccessor http, TenantContext tenant)
{
    /// <summary>Claim that holds one membership as <c>{tenant}:{role}</c>.</summary>
    public const string MembershipClaim = "membership";

    /// <summary>Claim that holds a role on the platform: <c>operator</c>.</summary>
    public const string PlatformRoleClaim = "platform_role";

    ClaimsPrincipal User => http.HttpContext?.User ?? new();

    /// <summary>Stable pseudonymous id: the token's subject.</summary>
    public string Id => User.FindFirstValue("sub") ?? "anonymous";

    /// <summary>The account's mail address; integrations have none.</summary>
    public string? Email => User.FindFirstValue("email");

    /// <summary>True if a valid token was sent.</summary>
    public bool IsKnown => User.Identity?.IsAuthenticated == true;

    /// <summary>The caller's roles in the current tenant.</summary>
    public IEnumerable<string> Roles => tenant.Slug is { } slug ? RolesIn(slug) : [];

    /// <summary>The caller's roles on the platform.</summary>
    public IEnumerable<string> PlatformRoles => User.FindAll(PlatformRoleClaim).Select(claim => claim.Value);

    /// <summary>True if a role of the caller has the permission here.</summary>
    public bool Has(string permission) => Permissions.Grants(permission, tenant.Slug is null ? PlatformRoles : Roles);

    IEnumerable<string> RolesIn(string slug) =>
        User.FindAll(MembershipClaim)
            .Where(claim => claim.Value.StartsWith(slug + ":", StringComparison.Ordinal))
            .Select(claim => claim.Value[(slug.Length + 1)..]);
}
