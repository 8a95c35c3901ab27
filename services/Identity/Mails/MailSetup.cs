using Integrationskonzept.Identity.Members;
using Integrationskonzept.Mailing;
using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.ServiceDefaults.Tenancy;

namespace Integrationskonzept.Identity.Mails;

static class MailSetup
{
    public static void AddAccountMails(this WebApplicationBuilder builder)
    {
        builder.AddMailing<AccountMails>();
        builder.Services.AddScoped<InvitationMails>().AddScoped<NoticeMails>();
    }
}

/// <summary>Queues the mail of an invitation.</summary>
sealed class InvitationMails(MailQueue queue, MailAllowance allowance)
{
    /// <exception cref="TooManyMails">However often someone is invited by a Landkreis, their mailbox is not flooded.</exception>
    public async Task InviteAsync(Invitation invitation, CancellationToken ct)
    {
        if (!await allowance.TakeAsync(invitation.UserName, ct, of: $"invitation to {invitation.Tenant}"))
            throw new TooManyMails();
        await queue.AddAsync(
            AccountMails.Invitation,
            invitation.Id,
            invitation.Version,
            $"invitation-{invitation.Id}-{invitation.Version}",
            ct
        );
    }
}

/// <summary>Queues what accounts are told about themselves; in a scope of no Landkreis.</summary>
sealed class NoticeMails(IServiceScopeFactory scopes)
{
    public async Task TellAsync(string kind, Guid account, CancellationToken ct)
    {
        await using var scope = scopes.CreateScopeOf(AccountMails.OfNoLandkreis);
        await scope
            .ServiceProvider.GetRequiredService<MailQueue>()
            .AddAsync(kind, account, Words.Current, $"{kind}-{Guid.CreateVersion7()}", ct);
    }
}
