using System.Diagnostics;
using Integrationskonzept.Mailing.Sending;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Telemetry;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Mailing.Queue;

/// <summary>
/// One attempt at one mail: written, marked as being sent, handed over, settled. Each mark is committed before the next step.
/// </summary>
sealed class MailDelivery(
    ServiceDb db,
    IMailComposer composer,
    MailTransport transport,
    MailMetrics metrics,
    TimeProvider time,
    IOptions<MailOptions> options,
    ILogger<MailDelivery> log
)
{
    /// <summary>False if the server could not be talked to.</summary>
    public async Task<bool> DeliverAsync(QueuedMail mail, CancellationToken ct)
    {
        using var logged = log.BeginTenant(mail.TenantSlug);
        var doubts = mail.Doubts + (mail.State == MailState.Sending ? 1 : 0);
        string? address = null;
        var handedOver = false;
        try
        {
            // A second time in doubt: rather an operator looks than that a person gets it a third time.
            if (doubts > 1)
            {
                await EndAsync(mail, MailState.Parked, "in-doubt", doubts, ct);
                return true;
            }
            if (await composer.ComposeAsync(mail, ct) is not { } written)
            {
                await EndAsync(mail, MailState.Superseded, null, doubts, ct);
                return true;
            }
            address = written.To;
            if (!await MarkAsync(mail, doubts, ct))
                return true; // the lease was over before it was written; somebody else has it
            await transport.SendAsync(written, mail.Id, ct);
            handedOver = true;
            await EndAsync(mail, MailState.Sent, null, doubts, CancellationToken.None);
        }
        catch (MailRefused bounced) when (bounced.IsBounce)
        {
            await BounceAsync(mail, address, bounced.Code, doubts, ct);
        }
        catch (MailRefused refused) when (refused.IsFinal)
        {
            await EndAsync(mail, MailState.Parked, refused.Code, doubts, ct);
        }
        catch (MailFailed failure)
        {
            await AgainAsync(mail, failure.Code, failure.InDoubt ? doubts + 1 : doubts, ct);
            return failure is MailRefused;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            // Where, but not the message: it may hold what was to be written.
            log.LogError(
                "Mail {Mail} ({Kind}) could not be written: {Type} {Where}",
                mail.Id,
                mail.Kind,
                failure.GetType().Name,
                failure.StackTrace
            );
            await AgainAsync(mail, failure.GetType().Name, handedOver ? doubts + 1 : doubts, ct);
        }
        return true;
    }

    Task<int> UpdateAsync(
        QueuedMail mail,
        Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<QueuedMail>> set,
        CancellationToken ct
    ) => db.Set<QueuedMail>().Where(row => row.Id == mail.Id && row.Claim == mail.Claim).ExecuteUpdateAsync(set, ct);

    async Task<bool> MarkAsync(QueuedMail mail, int doubts, CancellationToken ct) =>
        await UpdateAsync(
            mail,
            row =>
                row.SetProperty(item => item.State, MailState.Sending)
                    .SetProperty(item => item.Attempts, mail.Attempts + 1)
                    .SetProperty(item => item.Doubts, doubts),
            ct
        ) == 1;

    async Task EndAsync(QueuedMail mail, MailState state, string? code, int doubts, CancellationToken ct)
    {
        await UpdateAsync(
            mail,
            row =>
                row.SetProperty(item => item.State, state)
                    .SetProperty(item => item.SettledAt, time.GetUtcNow())
                    .SetProperty(item => item.LastError, code)
                    .SetProperty(item => item.Doubts, doubts)
                    .SetProperty(item => item.Claim, (Guid?)null),
            ct
        );
        metrics.Settled(mail, state);
        Activity.Current?.SetTag("outcome", state.ToString());
        if (state == MailState.Parked)
            log.LogWarning("Mail {Mail} ({Kind}) waits for an operator: {Reason}", mail.Id, mail.Kind, code);
    }

    async Task BounceAsync(QueuedMail mail, string? address, string code, int doubts, CancellationToken ct)
    {
        await db.InTransactionAsync(
            async () =>
            {
                await composer.BouncedAsync(mail, address, code, ct);
                await db.SaveChangesAsync(ct);
                await EndAsync(mail, MailState.Bounced, code, doubts, ct);
                return true;
            },
            ct
        );
        log.LogInformation("Mail {Mail} ({Kind}) did not arrive: {Reason}", mail.Id, mail.Kind, code);
    }

    /// <summary>Later; in doubt once more it is never a third time.</summary>
    async Task AgainAsync(QueuedMail mail, string code, int doubts, CancellationToken ct)
    {
        metrics.Failed(mail);
        Activity.Current?.SetTag("outcome", "Failed").SetStatus(ActivityStatusCode.Error, code);
        var attempts = mail.Attempts + 1;
        if (attempts >= options.Value.MostAttempts || doubts > 1)
        {
            await EndAsync(mail, MailState.Parked, code, doubts, ct);
            return;
        }
        var due = time.GetUtcNow() + new BackOff(options.Value.FirstPause, TimeSpan.FromHours(1)).After(attempts);
        await UpdateAsync(
            mail,
            row =>
                row.SetProperty(item => item.State, MailState.Waiting)
                    .SetProperty(item => item.DueAt, due)
                    .SetProperty(item => item.Attempts, attempts)
                    .SetProperty(item => item.Doubts, doubts)
                    .SetProperty(item => item.LastError, code)
                    .SetProperty(item => item.Claim, (Guid?)null),
            ct
        );
        log.LogWarning("Mail {Mail} ({Kind}) was not sent (attempt {Attempts}): {Reason}", mail.Id, mail.Kind, attempts, code);
    }
}
