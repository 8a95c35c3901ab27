using System.Globalization;
using System.Text.RegularExpressions;
using MailKit.Net.Smtp;

namespace Integrationskonzept.Mailing.Sending;

/// <summary>It could not be sent this time.</summary>
public class MailFailed(string code, bool inDoubt = false, Exception? because = null) : Exception(code, because)
{
    /// <summary>What failed, without names.</summary>
    public string Code { get; } = code;

    /// <summary>The server may have it all the same: the connection was lost while it was handed over.</summary>
    public bool InDoubt { get; } = inDoubt;
}

/// <summary>The server said no, and so has not got it.</summary>
public sealed partial class MailRefused(string code, int status, bool ofRecipient, string reply) : MailFailed(code)
{
    public int Status { get; } = status;

    /// <summary>It knows no such mailbox, and will not know it tomorrow.</summary>
    public bool IsBounce { get; } = ofRecipient && status is >= 500 and < 600;

    /// <summary>Trying again changes nothing.</summary>
    public bool IsFinal { get; } = status is >= 500 and < 600;

    /// <summary>The server's words; may name the address, so for the person who asked only.</summary>
    public string Reply { get; } = reply;

    internal static MailRefused From(SmtpCommandException refused)
    {
        var status = (int)refused.StatusCode;
        var enhanced = EnhancedStatus().Match(refused.Message);
        return new(
            enhanced.Success ? enhanced.Value : status.ToString(CultureInfo.InvariantCulture),
            status,
            refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted,
            $"{status} {refused.Message}"
        );
    }

    /// <summary>RFC 3463.</summary>
    [GeneratedRegex(@"\b[245]\.\d{1,3}\.\d{1,3}\b")]
    private static partial Regex EnhancedStatus();
}

/// <summary>Neither a server nor a pickup folder is configured.</summary>
public sealed class NoMailServer() : MailFailed("no-mail-server");

/// <summary>The server's name leads into a network that tenants have no business in.</summary>
public sealed class HostNotAllowed() : MailFailed("host-not-allowed");
