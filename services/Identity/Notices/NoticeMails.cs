using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.ServiceDefaults.Tenancy;

namespace Integrationskonzept.Identity.Notices;

/// <summary>Queues what accounts are told about themselves; in a scope of no Landkreis.</summary>
sealed class NoticeMails(IServiceScopeFactory scopes)
{
    public async Task TellAsync(string kind, Guid account, CancellationToken ct)
    {
        await using var scope = scopes.CreateScopeOf(AccountNotices.OfNoLandkreis);
        await scope
            .ServiceProvider.GetRequiredService<MailQueue>()
            .AddAsync(kind, account, Words.Current, $"{kind}-{Guid.CreateVersion7()}", ct);
    }
}
