using Integrationskonzept.Mailing.Messages;

namespace Integrationskonzept.Mailing;

/// <summary>Section <c>Mail</c> of the configuration.</summary>
public sealed class MailOptions
{
    /// <summary>Where mails are put as files if no server takes them: on developers' machines and in tests.</summary>
    public string? PickupFolder { get; init; }

    /// <summary>The platform's own server, for all who have none.</summary>
    public SmtpOptions? Smtp { get; init; }

    /// <summary>The platform's own name as a sender.</summary>
    public string FromName { get; init; } = "Integrationskonzept";

    /// <summary>The platform's own address.</summary>
    public string FromAddress { get; init; } = "integrationskonzept@localhost";

    /// <summary>Where reports of failed delivery go, if a mailbox takes them.</summary>
    public string? BounceAddress { get; init; }

    /// <summary>Right side of Message-IDs; the public address's host if not said.</summary>
    public string? Domain { get; set; }

    /// <summary>Whether servers of tenants may lie in private networks: yes on developers' machines, elsewhere if said.</summary>
    public bool? AllowPrivateHosts { get; set; }

    /// <summary>How often the queue is looked at.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long one process has for a mail before another may take it; longer than <see cref="SendLimit"/>.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a server may take for one mail.</summary>
    public TimeSpan SendLimit { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Pause after the first failure; it doubles with each, up to an hour.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>After so many failures a mail is parked for an operator.</summary>
    public int MostAttempts { get; init; } = 12;

    /// <summary>How long the queue remembers what became of a mail.</summary>
    public TimeSpan KeepSettled { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Mails to one mailbox a day that anybody may cause without being signed in.</summary>
    public int MostPerAddress { get; init; } = 6;

    /// <summary>Mails a minute that one caller may cause: a kickoff's guests register behind one address, a flood is more.</summary>
    public int MostPerCaller { get; init; } = 60;

    /// <summary>What is sent in the platform's own name.</summary>
    public MailSender Sender =>
        new()
        {
            Name = FromName,
            Address = FromAddress,
            BounceAddress = BounceAddress,
            Smtp = Smtp?.Server,
        };
}

/// <summary>A server in the configuration.</summary>
public sealed class SmtpOptions
{
    public required string Host { get; init; }
    public int Port { get; init; } = 587;
    public SmtpSecurity Security { get; init; }
    public string? User { get; init; }
    public string? Password { get; init; }

    internal SmtpServer Server => new(Host, Port, Security, User, Password, IsOurs: true);
}
