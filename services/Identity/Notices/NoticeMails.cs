using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.ServiceDefaults.Tenancy;

namespace Integrationskonzept.Identity.Notices;

/// <summary>Queues what accounts are told about themselves, with the change that they are told of where there is one.</summary>
sealed class NoticeMails(IdentityDb db, TimeProvider time)
{
    public Task TellAsync(string kind, Guid account, CancellationToken ct)
    {
        var platform = new TenantContext();
        platform.Enter(AccountNotices.OfNoLandkreis);
        return new MailQueue(db, platform, time).AddAsync(kind, account, Words.Current, $"{kind}-{Guid.CreateVersion7()}", ct);
    }
}
