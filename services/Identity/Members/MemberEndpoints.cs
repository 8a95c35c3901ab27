using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Identity.Members;

/// <summary>Who belongs to a Landkreis, in which roles.</summary>
static class MemberEndpoints
{
    public static void MapMembers(this IEndpointRouteBuilder app)
    {
        var members = app.MapTenantApi("members", "Members").RequirePermission(Permissions.MembersManage).ForLiveMembers();

        members
            .MapGet(
                "",
                (
                    [AsParameters] PageRequest page,
                    [AsParameters] NameRequest names,
                    IdentityDb db,
                    TenantContext tenant,
                    HttpContext http
                ) =>
                    db
                        .Accounts.AsNoTracking()
                        .Include(row => row.Memberships.Where(own => own.TenantSlug == tenant.Required))
                        .Where(row => row.Memberships.Any(own => own.TenantSlug == tenant.Required))
                        .ToPageAsync(page, names, http, row => row.UserName, MemberDto.From)
            )
            .WithName("list-members")
            .WithSummary("The members of the Landkreis with their roles; who has not accepted yet is among the invitations");

        members
            .MapDelete(
                "{id:guid}",
                (Guid id, IdentityDb db, GrantLog log, TenantContext tenant, CancellationToken ct) =>
                    RemoveAsync(id, _ => true, db, log, tenant, ct)
            )
            .WithName("remove-member")
            .WithSummary("Takes all roles of someone in this Landkreis; tokens issued before end within ten minutes");

        members
            .MapDelete(
                "{id:guid}/roles/{role}",
                (Guid id, string role, IdentityDb db, GrantLog log, TenantContext tenant, CancellationToken ct) =>
                    RemoveAsync(id, own => own.Role == role, db, log, tenant, ct)
            )
            .WithName("take-role")
            .WithSummary("Takes one role of someone in this Landkreis");
    }

    /// <summary>Who has no role anywhere has no account any more. What they had offered to others, or were
    /// offered themselves, and nobody accepted yet goes, too.</summary>
    static Task<NoContent> RemoveAsync(
        Guid id,
        Func<Membership, bool> which,
        IdentityDb db,
        GrantLog log,
        TenantContext tenant,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                // Of two who take roles of one Landkreis or account at once, the second sees what the first did.
                await db.Database.ExecuteSqlAsync($"select slug from tenants where slug = {tenant.Required} for update", ct);
                await db.Database.ExecuteSqlAsync($"select id from accounts where id = {id} for update", ct);
                var account = await db.Accounts.Include(row => row.Memberships).SingleOrDefaultAsync(row => row.Id == id, ct);
                var own = account?.Memberships.Where(row => row.TenantSlug == tenant.Required).ToList() ?? [];
                var taken = own.Where(which).ToList();
                if (taken.Count == 0)
                    throw new NotFoundProblem();
                var takesCoordination = taken.Any(row => row.Role == Roles.Coordinator);
                if (takesCoordination && !await HasAnotherCoordinatorAsync(id, db, tenant, ct))
                    throw new LastCoordinator();
                foreach (var membership in taken)
                    account!.Memberships.Remove(membership);
                if (account!.Memberships.Count == 0 && !account.IsOperator)
                    db.Accounts.Remove(account);
                var isGone = taken.Count == own.Count;
                var offers = await db
                    .Invitations.Where(row => (isGone && row.UserName == account.UserName) || row.InvitedBy == id.ToString())
                    .ToListAsync(ct);
                foreach (
                    var offer in offers.Where(offer => offer.InvitedBy != id.ToString() || taken.Any(row => row.Role == Roles.Coordinator))
                )
                {
                    db.Invitations.Remove(offer);
                    log.Add(GrantAction.Withdrawn, offer);
                }
                log.Add(GrantAction.Removed, account: id, roles: taken.Select(row => row.Role));
                await db.SaveChangesAsync(ct);
                return TypedResults.NoContent();
            },
            ct
        );

    static Task<bool> HasAnotherCoordinatorAsync(Guid than, IdentityDb db, TenantContext tenant, CancellationToken ct) =>
        db.Memberships.AnyAsync(row => row.TenantSlug == tenant.Required && row.Role == Roles.Coordinator && row.AccountId != than, ct);
}

/// <param name="Id">Account id: the subject of its tokens.</param>
/// <param name="UserName">Mail address.</param>
/// <param name="Roles">Roles in this Landkreis.</param>
public sealed record MemberDto(Guid Id, string UserName, IReadOnlyList<string> Roles)
{
    internal static MemberDto From(Account row) =>
        new(row.Id, row.UserName, [.. row.Memberships.Select(own => own.Role).Order(StringComparer.Ordinal)]);
}
