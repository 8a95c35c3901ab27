namespace Integrationskonzept.Mailing.Messages;

/// <summary>One mail to one person, as it is to be written.</summary>
public sealed record Mail
{
    /// <summary>Who it comes from, and by which server.</summary>
    public required MailSender Sender { get; init; }

    /// <summary>The one address that it goes to.</summary>
    public required string To { get; init; }

    /// <summary>Subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The same content for those who read plain text, and for those who read HTML.</summary>
    public required MailBody Body { get; init; }

    /// <summary>For calendar programs.</summary>
    public CalendarPart? Calendar { get; init; }

    /// <summary>Further files, such as a ticket.</summary>
    public IReadOnlyList<MailFile> Attachments { get; init; } = [];

    /// <summary>Images that the HTML names as <c>cid:{name}</c>.</summary>
    public IReadOnlyList<MailFile> Images { get; init; } = [];

    /// <summary>Where one gets no more of these (RFC 2369), if there is such a page.</summary>
    public string? Unsubscribe { get; init; }
}

/// <param name="Name">File name.</param>
/// <param name="MediaType">Such as <c>image/png</c>.</param>
/// <param name="Content">Content.</param>
public sealed record MailFile(string Name, string MediaType, byte[] Content);

/// <summary>An iTIP message (RFC 5546), as a part that calendar programs act upon and as a file.</summary>
/// <param name="Method">REQUEST, CANCEL.</param>
/// <param name="Text">The iCalendar object.</param>
public sealed record CalendarPart(string Method, string Text);

/// <summary>Who mails come from.</summary>
public sealed record MailSender
{
    /// <summary>Name as people see it.</summary>
    public required string Name { get; init; }

    /// <summary>Address.</summary>
    public required string Address { get; init; }

    /// <summary>Where answers go, if not to the address.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Where reports of failed delivery go: <c>bounces@…</c> becomes <c>bounces+{mail}@…</c>.</summary>
    public string? BounceAddress { get; init; }

    /// <summary>The server that takes them; none: the pickup folder.</summary>
    public SmtpServer? Smtp { get; init; }
}

/// <summary>How the connection to a mail server is kept secret.</summary>
public enum SmtpSecurity
{
    /// <summary>Starts open, turns to TLS before anything is said; usual at port 587.</summary>
    StartTls,

    /// <summary>TLS from the first byte; usual at port 465.</summary>
    Tls,

    /// <summary>Open: within a protected network only, never with a password.</summary>
    None,
}

/// <param name="Host">Host name.</param>
/// <param name="Port">Port.</param>
/// <param name="Security">How the connection is kept secret.</param>
/// <param name="User">Name to sign in with, if the server asks for one.</param>
/// <param name="Secret">Password.</param>
/// <param name="IsOurs">Whether the platform's operators named it; those of tenants must not lead into our network.</param>
public sealed record SmtpServer(
    string Host,
    int Port,
    SmtpSecurity Security,
    string? User = null,
    string? Secret = null,
    bool IsOurs = false
);
