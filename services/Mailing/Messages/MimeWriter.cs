using System.Text;
using MimeKit;
using MimeKit.Text;

namespace Integrationskonzept.Mailing.Messages;

/// <summary>Writes a mail as MIME: plain text, HTML and what calendars read as alternatives of one content, files beside it.</summary>
static class MimeWriter
{
    public static MimeMessage Write(Mail mail, Guid id, string domain, DateTimeOffset now)
    {
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            Date = now,
            MessageId = $"{id:N}@{domain}", // follows from the id, so that a second attempt has the same
            Body = Body(mail),
        };
        message.From.Add(new MailboxAddress(mail.Sender.Name, mail.Sender.Address));
        message.To.Add(MailboxAddress.Parse(mail.To));
        if (mail.Sender.ReplyTo is { } answers)
            message.ReplyTo.Add(MailboxAddress.Parse(answers));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Body.Headers.Add(HeaderId.ContentLanguage, mail.Body.Language);
        if (mail.Unsubscribe is { } page)
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{page}>");
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }

    /// <summary>The envelope's sender: reports of failed delivery name the mail by it (VERP).</summary>
    public static MailboxAddress EnvelopeSender(MailSender sender, Guid id)
    {
        if (sender.BounceAddress is not { } bounces)
            return MailboxAddress.Parse(sender.Address);
        var at = bounces.LastIndexOf('@');
        return MailboxAddress.Parse($"{bounces[..at]}+{id:N}{bounces[at..]}");
    }

    static MimeEntity Body(Mail mail)
    {
        var alternatives = new MultipartAlternative { Text(TextFormat.Plain, mail.Body.ToText()), Html(mail) };
        if (mail.Calendar is { } calendar)
            alternatives.Add(Calendar(calendar));
        if (mail.Calendar is null && mail.Attachments.Count == 0)
            return alternatives;

        var all = new Multipart("mixed") { alternatives };
        if (mail.Calendar is { } file)
            all.Add(
                File(
                    new(file.Method == "CANCEL" ? "cancel.ics" : "event.ics", "application/ics", Encoding.UTF8.GetBytes(file.Text)),
                    ContentDisposition.Attachment
                )
            );
        foreach (var attachment in mail.Attachments)
            all.Add(File(attachment, ContentDisposition.Attachment));
        return all;
    }

    static TextPart Text(TextFormat format, string text)
    {
        var part = new TextPart(format) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(Encoding.UTF8, text);
        return part;
    }

    static MimeEntity Html(Mail mail)
    {
        var html = Text(TextFormat.Html, mail.Body.ToHtml(mail.Subject));
        if (mail.Images.Count == 0)
            return html;
        var related = new MultipartRelated { Root = html };
        foreach (var image in mail.Images)
        {
            var part = File(image, ContentDisposition.Inline);
            part.ContentId = image.Name;
            related.Add(part);
        }
        return related;
    }

    static TextPart Calendar(CalendarPart calendar)
    {
        var part = new TextPart("calendar") { ContentTransferEncoding = ContentEncoding.Base64 };
        part.SetText(Encoding.UTF8, calendar.Text);
        part.ContentType.Parameters.Add("method", calendar.Method);
        return part;
    }

    static MimePart File(MailFile file, string disposition) =>
        new(ContentType.Parse(file.MediaType))
        {
            Content = new MimeContent(new MemoryStream(file.Content)),
            ContentDisposition = new(disposition) { FileName = file.Name },
            ContentTransferEncoding = ContentEncoding.Base64,
        };
}
