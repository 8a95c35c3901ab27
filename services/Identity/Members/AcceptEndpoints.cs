using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.Identity.Notices;
using Integrationskonzept.Identity.Pages;
using Integrationskonzept.Identity.Tenants;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Identity.Members;

/// <summary>
/// The page that an invitation's mail leads to. It gives the roles of its own Landkreis and no others, and never changes a password.
/// </summary>
static class AcceptEndpoints
{
    public static void MapAcceptance(this RouteGroupBuilder account)
    {
        account.MapGet(
            "invitation/{token}",
            async (string token, HttpContext http, Acceptance acceptance, CancellationToken ct) =>
                await PageAsync(http, await acceptance.ReadAsync(token, ct))
        );
        account.MapPost(
            "invitation/{token}",
            async (string token, HttpContext http, [FromForm] string? password, Acceptance acceptance, CancellationToken ct) =>
            {
                var offered = await acceptance.ReadAsync(token, ct);
                if (offered.Account is null && Passwords.Refusal(password) is { } refusal)
                    return await PageAsync(http, offered, refusal);
                await acceptance.AcceptAsync(http, offered, password, ct);
                return Results.LocalRedirect("/account/sign-in");
            }
        );
    }

    static Task<IResult> PageAsync(HttpContext http, Offered offered, Text? error = null) =>
        http.ShowAsync<InvitationPage>(
            new()
            {
                [nameof(InvitationPage.By)] =
                    offered.Landkreis?.Description.Name
                    ?? new Text("Die Plattform Integrationskonzept", "The platform Integrationskonzept").ToString(),
                [nameof(InvitationPage.UserName)] = offered.Invitation.UserName,
                [nameof(InvitationPage.Roles)] = offered.Invitation.Roles,
                [nameof(InvitationPage.NeedsPassword)] = offered.Account is null,
            },
            error
        );
}

/// <param name="Invitation">What is offered.</param>
/// <param name="Landkreis">By whom; null if it is the platform.</param>
/// <param name="Account">Of the address, if there is one already.</param>
sealed record Offered(Invitation Invitation, Tenant? Landkreis, Account? Account);

/// <summary>Turns an offer into roles, in one transaction.</summary>
sealed class Acceptance(IdentityDb db, InvitationLinks links, TenantContext tenant, Passwords passwords, GrantLog log, TimeProvider time)
{
    public async Task<Offered> ReadAsync(string token, CancellationToken ct)
    {
        var (slug, id) = links.Read(token);
        tenant.Enter(slug); // before anything is read: the invitation is the tenant's
        var invitation = await db.Invitations.SingleOrDefaultAsync(row => row.Id == id, ct);
        if (invitation is null or { NeedsSecondPerson: true })
            throw new InvitationInvalid();
        var account = await db
            .Accounts.Include(row => row.Memberships)
            .SingleOrDefaultAsync(row => row.UserName == invitation.UserName, ct);
        return new(invitation, slug == AccountNotices.OfNoLandkreis ? null : await db.FindTenantAsync(slug, ct), account);
    }

    public async Task AcceptAsync(HttpContext http, Offered offered, string? password, CancellationToken ct)
    {
        var (invitation, account) = (offered.Invitation, offered.Account);
        if (account is null)
            db.Accounts.Add(
                account = new()
                {
                    UserName = invitation.UserName,
                    PasswordHash = await passwords.HashAsync(password!, CallerAddress.Of(http), ct),
                }
            );
        invitation.Accept(account, offered.Landkreis?.Rules ?? new(), time.GetUtcNow());
        db.Invitations.Remove(invitation);
        log.Add(GrantAction.Accepted, invitation, account);
        await db.SaveChangesAsync(ct);
    }
}
