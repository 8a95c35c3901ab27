using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Integrationskonzept.Mailing.Queue;

/// <summary>Reads reports of failed delivery (RFC 3464) that come back later, and finds the mail that they are about.</summary>
public sealed class DeliveryReports(ServiceDb db, IMailComposer composer)
{
    /// <summary>The report in a message, or null if it is none.</summary>
    public static async Task<DeliveryReport?> ReadAsync(Stream stream, CancellationToken ct)
    {
        MimeMessage message;
        try
        {
            message = await MimeMessage.LoadAsync(stream, ct);
        }
        catch (FormatException)
        {
            return null;
        }
        var parts = message.BodyParts.ToList();
        if (parts.OfType<MessageDeliveryStatus>().FirstOrDefault() is not { } status)
            return null;
        // The first group of fields is about the message, the others about one recipient each.
        var recipient = status.StatusGroups.Skip(1).FirstOrDefault(fields => fields["Action"] is not null);
        return recipient is null
            ? null
            : new(MailOf(message, parts), recipient["Action"]!.Trim().ToLowerInvariant(), recipient["Status"]?.Trim() ?? "");
    }

    /// <summary>Records it, within the current tenant; false if no mail of the tenant is meant.</summary>
    public Task<bool> RecordAsync(DeliveryReport report, string tenant, CancellationToken ct) =>
        db.InTransactionAsync(
            async () =>
            {
                var mail = await db.Set<QueuedMail>()
                    .FromSql($"select * from mails where id = {report.Mail ?? Guid.Empty} and tenant_slug = {tenant} for update")
                    .AsNoTracking()
                    .SingleOrDefaultAsync(ct);
                if (mail is null)
                    return false;
                if (!report.IsPermanent || mail.State == MailState.Bounced)
                    return true;
                var code = report.Status.Length is > 0 and <= 12 ? report.Status : "5.0.0";
                await composer.BouncedAsync(mail, null, code, ct);
                await db.SaveChangesAsync(ct);
                await db.Set<QueuedMail>()
                    .Where(row => row.Id == mail.Id)
                    .ExecuteUpdateAsync(
                        row => row.SetProperty(item => item.State, MailState.Bounced).SetProperty(item => item.LastError, code),
                        ct
                    );
                return true;
            },
            ct
        );

    /// <summary>By the address that it came to (VERP), else by the Message-ID in what it sends back of our mail.</summary>
    static Guid? MailOf(MimeMessage report, IReadOnlyList<MimeEntity> parts)
    {
        var names = report
            .To.Mailboxes.Select(to => to.Address[(to.Address.IndexOf('+') + 1)..])
            .Concat(parts.OfType<MessagePart>().Select(part => part.Message?.MessageId ?? ""))
            .Concat(parts.OfType<TextRfc822Headers>().Select(part => part.Message?.MessageId ?? ""));
        foreach (var name in names)
            if (Guid.TryParseExact(name.Split('@')[0], "N", out var id))
                return id;
        return null;
    }
}

/// <param name="Mail">The mail that it is about, if that can be told.</param>
/// <param name="Action">failed, delayed, delivered, relayed, expanded.</param>
/// <param name="Status">Status code (RFC 3463).</param>
public sealed record DeliveryReport(Guid? Mail, string Action, string Status)
{
    public bool IsPermanent => Action == "failed" && !Status.StartsWith('4');
}
