using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Identity.Members;

static class GrantEndpoints
{
    public static void MapGrants(this IEndpointRouteBuilder app) =>
        app.MapTenantApi("members/grants", "Members")
            .RequirePermission(Permissions.MembersManage)
            .MapGet(
                "",
                async ([AsParameters] PageRequest page, IdentityDb db, TenantContext tenant, HttpContext http, CancellationToken ct) =>
                {
                    var grants = await db.Grants.AsNoTracking().ToPageAsync(page, http, row => row);
                    var (accounts, invitations) = (
                        Ids(grants, row => row.AccountId)
                            .Concat(Ids(grants, row => Guid.TryParse(row.Actor, out var id) ? id : null))
                            .ToList(),
                        Ids(grants, row => row.InvitationId).ToList()
                    );
                    // Names of those who are members or invited now; of others only the id is left.
                    var names = await db
                        .Accounts.Where(row => accounts.Contains(row.Id) && row.Memberships.Any(own => own.TenantSlug == tenant.Required))
                        .Select(row => new { row.Id, row.UserName })
                        .Concat(db.Invitations.Where(row => invitations.Contains(row.Id)).Select(row => new { row.Id, row.UserName }))
                        .ToDictionaryAsync(row => row.Id, row => row.UserName, ct);
                    return TypedResults.Ok(new Page<GrantDto>([.. grants.Items.Select(row => GrantDto.From(row, names))], grants.Next));
                }
            )
            .WithName("list-grants")
            .WithSummary("Who offered, confirmed, accepted and took away which roles, oldest first; nobody can change it");

    static IEnumerable<Guid> Ids(Page<Grant> grants, Func<Grant, Guid?> of) => grants.Items.Select(of).OfType<Guid>().Distinct();
}

/// <param name="Id">Id.</param>
/// <param name="At">When.</param>
/// <param name="Action">What happened.</param>
/// <param name="Actor">Subject of who did it.</param>
/// <param name="ActorName">Their mail address, if they are a member now.</param>
/// <param name="AccountId">Whose roles; absent before the invitation is accepted.</param>
/// <param name="InvitationId">By which invitation.</param>
/// <param name="UserName">Mail address, while they are a member or invited.</param>
/// <param name="ClientId">Client id, where an integration got the roles.</param>
/// <param name="Roles">Which roles.</param>
/// <param name="Detail">Where rules were changed: what they are now.</param>
public sealed record GrantDto(
    Guid Id,
    DateTimeOffset At,
    GrantAction Action,
    string Actor,
    string? ActorName,
    Guid? AccountId,
    Guid? InvitationId,
    string? UserName,
    string? ClientId,
    IReadOnlyList<string> Roles,
    string? Detail
)
{
    internal static GrantDto From(Grant row, IReadOnlyDictionary<Guid, string> names) =>
        new(
            row.Id,
            row.At,
            row.Action,
            row.Actor,
            Guid.TryParse(row.Actor, out var actor) ? names.GetValueOrDefault(actor) : null,
            row.AccountId,
            row.InvitationId,
            names.GetValueOrDefault(row.AccountId ?? row.InvitationId ?? Guid.Empty),
            row.ClientId,
            row.Roles,
            row.Detail
        );
}
