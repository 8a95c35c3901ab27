using System.Text.RegularExpressions;
using Integrationskonzept.Testing;
using MimeKit;

namespace Integrationskonzept.EndToEnd.Tests;

/// <summary>Where mails land on a machine without a mail server.</summary>
public sealed partial class PickupFolder(string path, Uri gateway)
{
    /// <summary>The first mail to that address, as soon as it is there.</summary>
    public Task<MimeMessage> ToAsync(string address) =>
        Eventually.GetAsync(
            () => Task.FromResult(All().FirstOrDefault(mail => mail.To.Mailboxes.Any(to => to.Address == address))),
            "the mail is in the pickup folder"
        );

    /// <summary>The text of the first mail that says this, as soon as it is there.</summary>
    public Task<string> UntilAsync(string part) =>
        Eventually.GetAsync(
            () =>
                Task.FromResult(
                    All().Select(mail => mail.TextBody).FirstOrDefault(text => text?.Contains(part, StringComparison.Ordinal) == true)
                ),
            $"a mail with '{part}' is in the pickup folder"
        );

    /// <summary>The link of that purpose, at the gateway of this run.</summary>
    public Uri LinkIn(MimeMessage mail, string purpose)
    {
        var link = new Uri(
            Links()
                .Matches(mail.TextBody!)
                .Select(match => match.Value)
                .Single(link => link.Contains($"#{purpose}=", StringComparison.Ordinal))
        );
        return new(gateway, link.PathAndQuery + link.Fragment);
    }

    /// <summary>The link to that place, at the gateway of this run.</summary>
    public Uri PathIn(MimeMessage mail, string beginning) => new(gateway, Mailbox.PathIn(mail, beginning));

    IEnumerable<MimeMessage> All() =>
        Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*.eml", SearchOption.AllDirectories).Select(file => MimeMessage.Load(file))
            : [];

    [GeneratedRegex("https?://[^ >\r\n]+#[^ >\r\n]+")]
    private static partial Regex Links();
}
