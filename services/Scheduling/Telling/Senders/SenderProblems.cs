using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Scheduling.Telling.Senders;

/// <summary>A password would go over the network for everybody to read.</summary>
public sealed class SecretNeedsTls()
    : UnprocessableProblem(
        "mail-secret-needs-tls",
        new(
            "Ein Passwort geht nur über eine verschlüsselte Verbindung. Wählen Sie startTls oder tls.",
            "A password goes over an encrypted connection only. Choose startTls or tls."
        )
    );

/// <summary>The server leads into a network that the platform keeps to itself.</summary>
public sealed class MailHostNotAllowed()
    : UnprocessableProblem(
        "mail-host-not-allowed",
        new(
            "Dieser Mailserver liegt in einem internen Netz. Nehmen Sie einen öffentlich erreichbaren, oder fragen Sie die Betriebsstelle.",
            "This mail server lies in an internal network. Take one that is publicly reachable, or ask the operators."
        )
    );

/// <summary>The server did not take the mail; says why.</summary>
public sealed class MailServerRefused(string reply)
    : UnprocessableProblem("mail-server-refused", new($"Der Mailserver hat abgelehnt: {reply}", $"The mail server refused: {reply}"))
{
    public override IReadOnlyDictionary<string, object?> Extensions { get; } = new Dictionary<string, object?> { ["reply"] = reply };
}

/// <summary>No server to talk to.</summary>
public sealed class MailServerUnreachable(string reason)
    : UnprocessableProblem(
        "mail-server-unreachable",
        new(
            $"Der Mailserver ist nicht erreichbar ({reason}). Prüfen Sie Name, Port und Verschlüsselung.",
            $"The mail server can't be reached ({reason}). Check host, port and security."
        )
    )
{
    public override IReadOnlyDictionary<string, object?> Extensions { get; } = new Dictionary<string, object?> { ["reason"] = reason };
}

/// <summary>What came is no report of a failed delivery.</summary>
public sealed class ReportUnreadable()
    : UnprocessableProblem(
        "delivery-report-unreadable",
        new("Das ist kein Zustellbericht nach RFC 3464.", "This is not a delivery report as of RFC 3464.")
    );

/// <summary>A report about a mail that is not ours, or is forgotten.</summary>
public sealed class ReportOfUnknownMail()
    : NotFoundProblem(
        "mail-unknown",
        new(
            "Die Mail zu diesem Zustellbericht ist hier nicht (mehr) bekannt.",
            "The mail that this report is about is not known here (any more)."
        )
    );
