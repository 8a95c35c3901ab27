using MimeKit;

namespace Integrationskonzept.Mailing.Messages;

/// <summary>What mails can go to.</summary>
public static class MailAddresses
{
    const int Longest = 254;

    /// <summary>One plain address (RFC 5321), without a name, comments or a route.</summary>
    public static bool IsValid(string address) => address.Length <= Longest && !address.Any(char.IsControl) && !address.Any(char.IsWhiteSpace)
        && MailboxAddress.TryParse(address, out var mailbox) && mailbox.Address == address && mailbox.Route.Count == 0
        && address.LastIndexOf('@') is > 0 and <= 64;
}
