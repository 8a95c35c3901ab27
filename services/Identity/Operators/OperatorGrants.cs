using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.Identity.Browsers;
using Integrationskonzept.Identity.Development;
using Integrationskonzept.Identity.Members;
using Integrationskonzept.Identity.Notices;
using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Identity.Operators;

/// <summary>
/// Makes operators what the configuration says: who is new in it is invited, by a mail to that mailbox alone; who left it is none any more.
/// Done at each start; nothing happens twice, however many processes start.
/// </summary>
sealed class OperatorGrants(
    IdentityDb db,
    OperatorSettings settings,
    IConfiguration configuration,
    GrantLog log,
    OffersOfOthers offers,
    MailQueue mails,
    Sessions sessions,
    TimeProvider time
)
{
    static readonly string[] Role = [Roles.Operator];

    /// <summary>In a scope of no Landkreis.</summary>
    public Task<int> ApplyAsync(CancellationToken ct) =>
        db.InTransactionAsync(
            async () =>
            {
                await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('operators'))", ct);
                await db.Database.ExecuteSqlAsync($"select id from accounts where is_operator for update", ct);
                var operators = await db.Accounts.Include(row => row.Memberships).Where(row => row.IsOperator).ToListAsync(ct);
                var invited = await db.Invitations.ToListAsync(ct);

                var made = DevelopmentAccounts.OperatorIn(configuration);
                foreach (var gone in operators.Where(row => !settings.Addresses.Contains(row.UserName) && row.UserName != made))
                    await TakeAsync(gone, ct);
                foreach (var gone in invited.Where(row => !settings.Addresses.Contains(row.UserName)))
                    Withdraw(gone);
                List<Invitation> offered =
                [
                    .. settings
                        .Addresses.Except(operators.Select(row => row.UserName))
                        .Select(name => Offer(name, invited.SingleOrDefault(row => row.UserName == name)))
                        .OfType<Invitation>(),
                ];
                var changes = await db.SaveChangesAsync(ct);
                foreach (var invitation in offered)
                    await mails.AddAsync(
                        AccountNotices.Invitation,
                        invitation.Id,
                        invitation.Version,
                        $"invitation-{invitation.Id}-{invitation.Version}",
                        ct
                    );
                return changes;
            },
            ct
        );

    /// <summary>As with members: what they had offered to others goes, and who has no role anywhere has no account any more.</summary>
    async Task TakeAsync(Account account, CancellationToken ct)
    {
        account.IsOperator = false;
        if (account.Memberships.Count == 0)
            db.Accounts.Remove(account);
        log.Add(GrantAction.Removed, account: account.Id, roles: Role, actor: Invitation.ByConfiguration);
        await sessions.EndAllAsync(account.Id, ct);
        await offers.WithdrawAsync(account.Id, ct);
    }

    void Withdraw(Invitation invitation)
    {
        db.Invitations.Remove(invitation);
        log.Add(GrantAction.Withdrawn, invitation: invitation.Id, roles: Role, actor: Invitation.ByConfiguration);
    }

    /// <summary>Null while one that was sent before can still be accepted.</summary>
    Invitation? Offer(string name, Invitation? before)
    {
        if (before?.ExpiresAt > time.GetUtcNow())
            return null;
        var invitation = before ?? db.Invitations.Add(new() { UserName = name }).Entity;
        invitation.OfferPlatform(time.GetUtcNow());
        log.Add(GrantAction.Invited, invitation: invitation.Id, roles: Role, actor: Invitation.ByConfiguration);
        return invitation;
    }
}
