using System.Text;
using MimeKit;

namespace Integrationskonzept.Mailing.Messages;

/// <summary>What mails can go to.</summary>
public static class MailAddresses
{
    const int Longest = 254;

    /// <summary>One plain address (RFC 5321) in the public internet, without a name, comments or a route.</summary>
    public static bool IsValid(string address) =>
        address.Length <= Longest
        && !address.Any(char.IsControl)
        && !address.Any(char.IsWhiteSpace)
        && MailboxAddress.TryParse(address, out var mailbox)
        && mailbox.Address == address
        && mailbox.Route.Count == 0
        && address.LastIndexOf('@') is > 0 and <= 64 and var at
        && !address[..at].Any(letter => letter is '"' or '\\')
        && IsPublic(address[(at + 1)..]);

    /// <summary>
    /// An address as it is compared: case says nothing, nor whether ü is one character or two. Made here and stored; databases have other
    /// ideas of case.
    /// </summary>
    public static string KeyOf(string address) => address.Trim().Normalize(NormalizationForm.FormC).ToLowerInvariant();

    /// <summary>The mailbox behind an address: what stands after a plus sign sorts mail within it.</summary>
    public static string MailboxOf(string address)
    {
        var key = KeyOf(address);
        var at = key.LastIndexOf('@');
        return at > 0 && key.IndexOf('+', 0, at) is > 0 and var plus ? key[..plus] + key[at..] : key;
    }

    /// <summary>
    /// A name with a dot, spelt as everybody spells it: neither this machine (localhost) nor an address literal ([192.0.2.1], 192.0.2.1).
    /// </summary>
    static bool IsPublic(string domain) =>
        domain.Split('.') is { Length: > 1 } labels
        && labels.All(label => label.Length > 0)
        && domain[0] != '['
        && labels[^1].Any(char.IsLetter)
        && domain.Normalize(NormalizationForm.FormKC) == domain;
}
