using Integrationskonzept.Mailing.Messages;

namespace Integrationskonzept.Mailing.Queue;

/// <summary>What a service with mails of its own says about them; works in the tenant of the mail.</summary>
public interface IMailComposer
{
    /// <summary>The mail as it is to be written now, or null if there is nothing to say any more.</summary>
    Task<Mail?> ComposeAsync(QueuedMail mail, CancellationToken ct);

    /// <summary>The receiving server knows no such mailbox; in the transaction that settles the mail.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="address">Where it went; null if only the mail is known.</param>
    /// <param name="code">Status code of SMTP or of the report: <c>5.1.1</c>.</param>
    /// <param name="ct">Cancels.</param>
    Task BouncedAsync(QueuedMail mail, string? address, string code, CancellationToken ct);
}
