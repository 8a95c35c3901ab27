using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Scheduling.Telling.Senders;

/// <param name="Name">Name as people see it: <c>WIR-Vielfaltszentrum Landkreis …</c>.</param>
/// <param name="Address">Address that mails come from.</param>
/// <param name="ReplyTo">Where answers go, if not to the address.</param>
/// <param name="BounceAddress">Where reports of failed delivery go: <c>bounces@…</c> becomes <c>bounces+{mail}@…</c>, so the mailbox must
/// take subaddresses (RFC 5233).</param>
/// <param name="Server">The mail server; the platform's if not said.</param>
public sealed record SetSender(
    [Required, MaxLength(100)] string Name,
    [Required, EmailAddress, MaxLength(254)] string Address,
    [EmailAddress, MaxLength(254)] string? ReplyTo = null,
    [EmailAddress, MaxLength(254)] string? BounceAddress = null,
    SetServer? Server = null
);

/// <param name="Host">Host name. Private networks only where the operators allow it.</param>
/// <param name="Port">Port: 587 with startTls, 465 with tls.</param>
/// <param name="Security">How the connection is kept secret; <c>none</c> only without a password.</param>
/// <param name="User">Name to sign in with, if the server asks for one.</param>
/// <param name="Secret">Password; never answered. Not said, it stays as it is, if host, port and user do.</param>
public sealed record SetServer(
    [Required, MaxLength(253)] string Host,
    [Range(1, 65535)] int Port,
    SmtpSecurity Security = SmtpSecurity.StartTls,
    [MaxLength(200)] string? User = null,
    [MaxLength(500)] string? Secret = null
);

/// <summary>Whom a Landkreis writes as.</summary>
public sealed record SenderDto : IVersioned
{
    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>Name as people see it.</summary>
    public required string Name { get; init; }

    /// <summary>Address that mails come from.</summary>
    public required string Address { get; init; }

    /// <summary>Where answers go.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Where reports of failed delivery go.</summary>
    public string? BounceAddress { get; init; }

    /// <summary>The Landkreis' own server; absent: the platform's.</summary>
    public ServerDto? Server { get; init; }

    internal static SenderDto From(SenderSettings row) =>
        new()
        {
            Version = row.Version,
            Name = row.Name,
            Address = row.Address,
            ReplyTo = row.ReplyTo,
            BounceAddress = row.BounceAddress,
            Server = row.Host is null ? null : new(row.Host, row.Port, row.Security, row.User, row.Secret is not null),
        };

    internal static SenderDto From(MailSender platform) =>
        new()
        {
            Version = 0,
            Name = platform.Name,
            Address = platform.Address,
            BounceAddress = platform.BounceAddress,
        };
}

/// <param name="Host">Host name.</param>
/// <param name="Port">Port.</param>
/// <param name="Security">How the connection is kept secret.</param>
/// <param name="User">Name to sign in with.</param>
/// <param name="HasSecret">Whether a password is stored.</param>
public sealed record ServerDto(string Host, int Port, SmtpSecurity Security, string? User, bool HasSecret);

/// <param name="Address">Where the test goes.</param>
public sealed record TestMail([Required, EmailAddress, MaxLength(254)] string Address);

/// <param name="Reply">What the mail server answered.</param>
public sealed record TestMailSent(string Reply);
