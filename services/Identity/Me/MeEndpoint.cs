using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Identity.Me;

/// <summary>What a front end asks first: who has signed in, and what they may do where.</summary>
static class MeEndpoint
{
    public static void MapMe(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/v1/me", ShowAsync)
            .RequireAuthorization()
            .WithTags("Members")
            .WithName("get-me")
            .WithSummary("Who has signed in: memberships with roles and permissions, as they are now and not as the token was issued")
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);

    static async Task<Ok<MeDto>> ShowAsync(Caller caller, IdentityDb db, CancellationToken ct)
    {
        // An integration is nobody; its roles are fixed and its maker knows them.
        var account =
            Guid.TryParse(caller.Id, out var id) && caller.Email is not null
                ? await db.Accounts.AsNoTracking().Include(row => row.Memberships).SingleOrDefaultAsync(row => row.Id == id, ct)
                : null;
        if (account is null)
            throw new NotFoundProblem();
        var slugs = account.Memberships.Select(own => own.TenantSlug).Distinct().ToList();
        var names = await db
            .Tenants.AsNoTracking()
            .Where(row => slugs.Contains(row.Slug))
            .ToDictionaryAsync(row => row.Slug, row => row.Description.Name, ct);
        return TypedResults.Ok(
            new MeDto(
                account.Id,
                account.UserName,
                account.IsOperator,
                [
                    .. account
                        .Memberships.GroupBy(own => own.TenantSlug, own => own.Role)
                        .Select(own => MembershipDto.Of(own.Key, names.GetValueOrDefault(own.Key, own.Key), own))
                        .OrderBy(own => own.Name, StringComparer.Ordinal),
                ]
            )
        );
    }
}

/// <param name="Id">Account id: the subject of its tokens.</param>
/// <param name="UserName">Mail address.</param>
/// <param name="IsOperator">True for those who run the platform; they see no content of a Landkreis.</param>
/// <param name="Memberships">The Landkreise where they have a role, by name.</param>
public sealed record MeDto(Guid Id, string UserName, bool IsOperator, IReadOnlyList<MembershipDto> Memberships);

/// <param name="Tenant">Slug of the Landkreis.</param>
/// <param name="Name">Its name.</param>
/// <param name="Roles">Roles there.</param>
/// <param name="Permissions">What these roles may do there; endpoints say in their description which they need.</param>
public sealed record MembershipDto(string Tenant, string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Permissions)
{
    internal static MembershipDto Of(string tenant, string name, IEnumerable<string> roles)
    {
        var own = roles.Order(StringComparer.Ordinal).ToList();
        return new(
            tenant,
            name,
            own,
            [
                .. ServiceDefaults
                    .Authorization.Permissions.All.Where(permission => ServiceDefaults.Authorization.Permissions.Grants(permission, own))
                    .Order(StringComparer.Ordinal),
            ]
        );
    }
}
