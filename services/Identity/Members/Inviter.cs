using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.Identity.Tenants;
using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Identity.Members;

/// <summary>Offers roles to an address.</summary>
sealed class Inviter(
    IdentityDb db,
    Caller caller,
    LiveMembership live,
    GrantLog log,
    InvitationMails mails,
    MailAllowance allowance,
    TenantContext tenant,
    TimeProvider time
)
{
    public async Task<Accepted<InvitationDto>> InviteAsync(InviteMember invite, CancellationToken ct)
    {
        if (invite.Roles.FirstOrDefault(role => !Roles.OfTenant.Contains(role)) is { } unknown)
            throw new RoleUnknown(unknown);
        var name = Account.NameOf(invite.UserName);
        if (!MailAddresses.IsValid(name))
            throw new AddressUnusable();
        var rules = (await db.FindTenantAsync(tenant.Required, ct)).Rules;
        await allowance.RequireAsync(caller.Id, ct);
        return await db.InTransactionAsync(
            async () =>
            {
                await live.RequireAsync(ct);
                var invitation = await db.Invitations.SingleOrDefaultAsync(row => row.UserName == name, ct);
                if (invitation is null)
                    db.Invitations.Add(invitation = new() { UserName = name });
                invitation.Offer(invite.Roles, caller, invite.Language ?? "de", rules, time.GetUtcNow());
                log.Add(GrantAction.Invited, invitation);
                await db.SaveChangesAsync(ct);
                if (!invitation.NeedsSecondPerson)
                    await mails.InviteAsync(invitation, ct);
                return TypedResults.Accepted($"/api/v1/{tenant.Required}/members/invitations", InvitationDto.From(invitation));
            },
            ct
        );
    }
}
