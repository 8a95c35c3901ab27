using Integrationskonzept.Identity.Notices;
using Integrationskonzept.Mailing.Queue;

namespace Integrationskonzept.Identity.Members;

/// <summary>Queues the mail of an invitation.</summary>
sealed class InvitationMails(MailQueue queue, MailAllowance allowance)
{
    /// <exception cref="TooManyMails">However often someone is invited by a Landkreis, their mailbox is not flooded.</exception>
    public async Task InviteAsync(Invitation invitation, CancellationToken ct)
    {
        if (!await allowance.TakeAsync(invitation.UserName, ct, of: $"invitation to {invitation.Tenant}"))
            throw new TooManyMails();
        await queue.AddAsync(
            AccountNotices.Invitation,
            invitation.Id,
            invitation.Version,
            $"invitation-{invitation.Id}-{invitation.Version}",
            ct
        );
    }
}
