using Integrationskonzept.Mailing;
using Integrationskonzept.Mailing.Messages;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Scheduling.Telling.Senders;

/// <summary>Whom the current Landkreis writes as: its own sender, else the platform's.</summary>
sealed class TenantSender(SchedulingDb db, IDataProtectionProvider protection, IOptions<MailOptions> options)
{
    readonly IDataProtector protector = protection.CreateProtector("mail-secret");

    public Task<SenderSettings?> OwnAsync(CancellationToken ct) =>
        db.SenderSettings.SingleOrDefaultAsync(row => row.Id == SenderSettings.TheOne, ct);

    public async Task<MailSender> CurrentAsync(string landkreis, CancellationToken ct) =>
        await OwnAsync(ct) is { } own
            ? own.ToSender(options.Value.Sender, protector.Unprotect)
            : options.Value.Sender with
            {
                Name = landkreis,
            };

    public string Protect(string secret) => protector.Protect(secret);
}
