using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.Mailing.Sending;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Integrationskonzept.Mailing.Tests;

public sealed class When_a_mail_is_written
{
    static readonly Mail Letter = new()
    {
        Sender = new() { Name = "WIR Köln", Address = "wir@example.org" },
        To = "anna@example.org",
        Subject = "Größe; \"Einladung\"",
        Body = new MailBody("de").Heading("Einladung").Paragraph("Größe & <b>").Facts(("Ort", "Halle 1"), ("Raum", " ")),
    };

    [Fact]
    public async Task It_says_the_same_in_plain_text_and_in_HTML()
    {
        var mail = await WriteAsync(Letter);
        mail.Subject.ShouldBe(Letter.Subject);
        mail.From.Mailboxes.Single().Name.ShouldBe("WIR Köln");
        mail.Headers[HeaderId.AutoSubmitted].ShouldBe("auto-generated");
        mail.TextBody!.ShouldContain("Größe & <b>");
        mail.TextBody!.ShouldContain("Ort: Halle 1");
        mail.TextBody!.ShouldNotContain("Raum");
        mail.HtmlBody!.ShouldContain("<html lang=\"de\" dir=\"ltr\">");
        mail.HtmlBody!.ShouldContain("&lt;b&gt;");
        mail.HtmlBody!.ShouldNotContain("<b>");
    }

    [Fact]
    public async Task A_calendar_entry_and_files_go_with_it()
    {
        var mail = await WriteAsync(
            Letter with
            {
                Calendar = new("REQUEST", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
                Images = [new("ticket", "image/png", [1, 2, 3])],
                Attachments = [new("Ticket Größe.pdf", "application/pdf", [4, 5])],
            }
        );
        mail.BodyParts.Select(part => part.ContentType.MimeType)
            .ShouldBe(["text/plain", "text/html", "image/png", "text/calendar", "application/ics", "application/pdf"]);
        mail.Attachments.OfType<MimePart>().Select(file => file.FileName).ShouldBe(["event.ics", "Ticket Größe.pdf"]);
    }

    [Fact]
    public async Task A_second_time_it_is_the_same_mail()
    {
        var id = Guid.CreateVersion7();
        (await WriteAsync(Letter, id)).MessageId.ShouldBe((await WriteAsync(Letter, id)).MessageId);
    }

    [Fact]
    public void Arabic_is_written_from_right_to_left()
    {
        var body = new MailBody("ar").Heading("أهلا").Paragraph("Größe & <b>").Link("رابط", "https://example.org/?a=1&b=2");
        body.ToHtml("أهلا").ShouldContain("<html lang=\"ar\" dir=\"rtl\">");
        body.ToHtml("أهلا").ShouldContain("href=\"https://example.org/?a=1&amp;b=2\"");
        body.ToHtml("أهلا").ShouldNotContain("<b>");
        body.ToText().ShouldContain("https://example.org/?a=1&b=2");
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("10.1.2.3")]
    [InlineData("192.168.0.1")]
    [InlineData("172.20.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("::1")]
    [InlineData("fd00::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    public async Task A_server_that_a_Landkreis_names_does_not_lie_in_our_network(string host)
    {
        var transport = new MailTransport(Options.Create(new MailOptions { AllowPrivateHosts = false }), TimeProvider.System);
        var named = Letter with { Sender = Letter.Sender with { Smtp = new(host, 25, SmtpSecurity.None) } };
        await Should.ThrowAsync<HostNotAllowed>(transport.SendAsync(named, Guid.CreateVersion7(), CancellationToken.None));
    }

    [Fact]
    public async Task Without_a_server_or_a_folder_it_goes_nowhere() =>
        await Should.ThrowAsync<NoMailServer>(
            new MailTransport(Options.Create(new MailOptions()), TimeProvider.System).SendAsync(
                Letter,
                Guid.CreateVersion7(),
                CancellationToken.None
            )
        );

    /// <summary>As the pickup folder has it.</summary>
    static async Task<MimeMessage> WriteAsync(Mail mail, Guid? id = null)
    {
        var folder = Directory.CreateTempSubdirectory("integrationskonzept-mails-");
        try
        {
            var transport = new MailTransport(Options.Create(new MailOptions { PickupFolder = folder.FullName }), TimeProvider.System);
            await transport.SendAsync(mail, id ?? Guid.CreateVersion7(), CancellationToken.None);
            return MimeMessage.Load(folder.GetFiles("*.eml").Single().FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
