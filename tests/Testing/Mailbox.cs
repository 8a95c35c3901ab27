using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using MimeKit;

namespace Integrationskonzept.Testing;

/// <summary>The pickup folder, read as mail.</summary>
public sealed partial class Mailbox(string folder)
{
    readonly ConcurrentDictionary<(string File, DateTime Written), Delivered> read = new();

    /// <summary>An address that no other test uses.</summary>
    public static string NewAddress() => $"person-{Guid.CreateVersion7():N}@example.org";

    public IReadOnlyList<MimeMessage> To(string address) =>
        [
            .. Directory
                .GetFiles(folder, "*.eml")
                .Select(file => read.GetOrAdd((file, File.GetLastWriteTimeUtc(file)), key => Delivered.Read(key.File)))
                .Where(one => one.To.Equals(address, StringComparison.OrdinalIgnoreCase))
                .OrderBy(one => one.Id, StringComparer.Ordinal)
                .Select(one => one.Mail),
        ];

    /// <summary>Waits for a mail to that address with this in its subject or text.</summary>
    public Task<MimeMessage> WaitAsync(string address, string part) =>
        Eventually.GetAsync(
            () =>
                Task.FromResult(
                    To(address)
                        .LastOrDefault(mail =>
                            mail.Subject!.Contains(part, StringComparison.Ordinal) || TextOf(mail).Contains(part, StringComparison.Ordinal)
                        )
                ),
            $"a mail with '{part}'; there are: {string.Join(", ", To(address).Select(mail => mail.Subject))}"
        );

    public static string TextOf(MimeMessage mail) => mail.TextBody ?? throw new FormatException("A mail without plain text");

    public static string TokenOf(MimeMessage mail, string purpose) =>
        LinkToken().Matches(TextOf(mail)).Single(match => match.Groups[1].Value == purpose).Groups[2].Value;

    /// <summary>The path of the one link that begins with this.</summary>
    public static string PathIn(MimeMessage mail, string beginning) =>
        Link()
            .Matches(TextOf(mail))
            .Select(match => new Uri(match.Value).PathAndQuery)
            .Single(path => path.StartsWith(beginning, StringComparison.Ordinal));

    /// <summary>The iTIP part: its method and text.</summary>
    public static (string Method, string Text)? CalendarOf(MimeMessage mail) =>
        mail.BodyParts.OfType<TextPart>().SingleOrDefault(part => part.ContentType.MimeType == "text/calendar") is { } part
            ? (part.ContentType.Parameters["method"]!, ContentOf(part))
            : null;

    /// <summary>Byte for byte, with the line ends that were sent.</summary>
    public static string ContentOf(MimePart part)
    {
        using var content = new MemoryStream();
        part.Content!.DecodeTo(content);
        return System.Text.Encoding.UTF8.GetString(content.ToArray());
    }

    /// <summary>
    /// MimeKit reads a message's addresses when they are first asked for; two tests that ask at once would find each twice.
    /// </summary>
    sealed record Delivered(string To, string Id, MimeMessage Mail)
    {
        public static Delivered Read(string file)
        {
            var mail = MimeMessage.Load(file);
            return new(mail.To.Mailboxes.Single().Address, mail.MessageId!, mail);
        }
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link();

    [GeneratedRegex(@"/registration#(\w+)=([\w-]+)")]
    private static partial Regex LinkToken();
}
