using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Identity.Tenants;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Identity.Accounts;

/// <summary>Who belongs to a Landkreis, in which roles.</summary>
static class MemberEndpoints
{
    public static void MapMembers(this IEndpointRouteBuilder app)
    {
        var members = app.MapTenantApi("members", "Members").RequirePermission(Permissions.MembersManage);

        members.MapGet("", async (IdentityDb db, TenantContext tenant, CancellationToken ct, Guid? after = null) =>
            {
                var rows = await db.Accounts.AsNoTracking().Include(row => row.Memberships.Where(own => own.TenantSlug == tenant.Required))
                    .Where(row => row.Memberships.Any(own => own.TenantSlug == tenant.Required) && (after == null || row.Id > after))
                    .OrderBy(row => row.Id).Take(101).ToListAsync(ct);
                return TypedResults.Ok(new Page<MemberDto>([.. rows.Take(100).Select(MemberDto.From)], rows.Count > 100 ? rows[99].Id : null));
            })
            .WithName("list-members").WithSummary("The members of the Landkreis with their roles");

        members.MapPost("", (InviteMember invite, IdentityDb db, Invitations invitations, TenantContext tenant, CancellationToken ct) =>
                InviteAsync(tenant.Required, invite, db, invitations, ct))
            .WithName("invite-member").WithSummary("Gives someone roles; who has no account yet sets a password by the invitation's link");

        members.MapDelete("{id:guid}", async Task<NoContent> (Guid id, IdentityDb db, TenantContext tenant, CancellationToken ct) =>
                await db.Memberships.Where(row => row.AccountId == id && row.TenantSlug == tenant.Required).ExecuteDeleteAsync(ct) == 0
                    ? throw new NotFoundProblem() : TypedResults.NoContent())
            .WithName("remove-member").WithSummary("Takes all roles of someone in this Landkreis; tokens issued before end within ten minutes");

        app.MapPost("/api/v1/tenants/{slug}/coordinators", async (
                string slug, InviteCoordinator invite, IdentityDb db, Invitations invitations, CancellationToken ct) =>
            {
                await db.FindTenantAsync(slug, ct);
                return await InviteAsync(slug, new(invite.UserName, [Roles.Coordinator]), db, invitations, ct);
            })
            .RequirePermission(Permissions.TenantsManage).WithTags("Tenants")
            .WithName("invite-coordinator").WithSummary("Invites the first coordinator of a Landkreis, who invites all others");
    }

    static async Task<Created<MemberDto>> InviteAsync(string tenant, InviteMember invite, IdentityDb db, Invitations invitations, CancellationToken ct)
    {
        if (invite.Roles.FirstOrDefault(role => !Roles.OfTenant.Contains(role)) is { } unknown) throw new RoleUnknown(unknown);
        var userName = invite.UserName.Trim().ToLowerInvariant();
        var account = await db.Accounts.Include(row => row.Memberships).SingleOrDefaultAsync(row => row.UserName == userName, ct);
        if (account is null) db.Accounts.Add(account = new() { UserName = userName });
        foreach (var role in invite.Roles.Distinct().Where(role => !account.Memberships.Any(own => own.TenantSlug == tenant && own.Role == role)))
            account.Memberships.Add(new() { TenantSlug = tenant, Role = role });
        await db.SaveChangesAsync(ct);
        var dto = MemberDto.From(account, tenant);
        return TypedResults.Created($"/api/v1/{tenant}/members", account.PasswordHash is null ? dto with { InvitationPath = invitations.PathFor(account) } : dto);
    }
}

/// <param name="UserName">Mail address.</param>
/// <param name="Roles">coordinator, editor, moderator, council-office, participant.</param>
public sealed record InviteMember([Required, EmailAddress, MaxLength(254)] string UserName, [MinLength(1), MaxLength(5)] IReadOnlyList<string> Roles);

/// <param name="UserName">Mail address.</param>
public sealed record InviteCoordinator([Required, EmailAddress, MaxLength(254)] string UserName);

/// <param name="Id">Account id: the subject of its tokens.</param>
/// <param name="UserName">Mail address.</param>
/// <param name="Roles">Roles in this Landkreis.</param>
/// <param name="InvitationPath">Where a new account sets its password, for seven days; only in the answer to the invitation.</param>
public sealed record MemberDto(Guid Id, string UserName, IReadOnlyList<string> Roles, string? InvitationPath = null)
{
    internal static MemberDto From(Account row) => new(row.Id, row.UserName, [.. row.Memberships.Select(own => own.Role).Order(StringComparer.Ordinal)]);

    internal static MemberDto From(Account row, string tenant) =>
        new(row.Id, row.UserName, [.. row.Memberships.Where(own => own.TenantSlug == tenant).Select(own => own.Role).Order(StringComparer.Ordinal)]);
}

/// <summary>No such role.</summary>
public sealed class RoleUnknown(string role) : InvalidFieldProblem("roles", new(
    $"Die Rolle „{role}“ gibt es nicht. Möglich sind: {string.Join(", ", Roles.OfTenant)}.", $"There is no role \"{role}\". Possible are: {string.Join(", ", Roles.OfTenant)}."));
