using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Persons;
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
                    var persons = await db.PersonsOfAsync(Ids(grants, row => row.AccountId).Concat(Ids(grants, row => row.ActorAlias)), ct);
                    var (accounts, invitations) = (persons.Values.ToList(), Ids(grants, row => row.InvitationId).ToList());
                    // Names of those who are members or invited now; of others only the id is left.
                    var names = await db
                        .Accounts.Where(row => accounts.Contains(row.Id) && row.Memberships.Any(own => own.TenantSlug == tenant.Required))
                        .Select(row => new { row.Id, row.UserName })
                        .Concat(db.Invitations.Where(row => invitations.Contains(row.Id)).Select(row => new { row.Id, row.UserName }))
                        .ToDictionaryAsync(row => row.Id, row => row.UserName, ct);
                    return TypedResults.Ok(
                        new Page<GrantDto>([.. grants.Items.Select(row => GrantDto.From(row, persons, names))], grants.Next)
                    );
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
    internal static GrantDto From(Grant row, IReadOnlyDictionary<Guid, Guid> persons, IReadOnlyDictionary<Guid, string> names)
    {
        // Of those who are forgotten the alias is all there is.
        Guid? PersonOf(Guid? alias) => alias is { } known ? persons.GetValueOrDefault(known, known) : null;
        var (actor, account) = (PersonOf(row.ActorAlias), PersonOf(row.AccountId));
        return new(
            row.Id,
            row.At,
            row.Action,
            actor?.ToString() ?? row.Actor,
            names.GetValueOrDefault(actor ?? Guid.Empty),
            account,
            row.InvitationId,
            names.GetValueOrDefault(account ?? row.InvitationId ?? Guid.Empty),
            row.ClientId,
            row.Roles,
            row.Detail
        );
    }
}
