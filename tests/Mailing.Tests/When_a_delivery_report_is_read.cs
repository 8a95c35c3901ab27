using System.Text;
using Integrationskonzept.Mailing.Queue;

namespace Integrationskonzept.Mailing.Tests;

public sealed class When_a_delivery_report_is_read
{
    static readonly Guid Mail = Guid.Parse("0190a1b2c3d4e5f60718293a4b5c6d7e");

    [Fact]
    public async Task The_mail_is_named_by_the_address_that_it_came_to() =>
        (await ReadAsync($"bounces+{Mail:N}@example.org", "failed", "5.1.1")).ShouldBe(new(Mail, "failed", "5.1.1"));

    [Fact]
    public async Task Or_by_the_message_that_it_sends_back() =>
        (await ReadAsync("postmaster@example.org", "failed", "5.1.1", $"Message-ID: <{Mail:N}@mail.example.org>")).ShouldBe(
            new(Mail, "failed", "5.1.1")
        );

    [Fact]
    public async Task What_names_none_is_a_report_all_the_same() =>
        (await ReadAsync("postmaster@example.org", "Failed", "5.1.1")).ShouldBe(new(null, "failed", "5.1.1"));

    [Theory]
    [InlineData("failed", "5.1.1", true)]
    [InlineData("failed", "4.2.2", false)]
    [InlineData("delayed", "4.2.1", false)]
    [InlineData("delivered", "2.0.0", false)]
    public async Task Only_a_failure_for_good_is_one(string action, string status, bool isPermanent) =>
        (await ReadAsync($"bounces+{Mail:N}@example.org", action, status))!.IsPermanent.ShouldBe(isPermanent);

    [Theory]
    [InlineData("Subject: hello\r\n\r\nhello")]
    [InlineData("")]
    public async Task Other_mail_is_none(string message)
    {
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes(message));
        (await DeliveryReports.ReadAsync(stream, CancellationToken.None)).ShouldBeNull();
    }

    static async Task<DeliveryReport?> ReadAsync(string to, string action, string status, string? original = null)
    {
        var returned = original is null ? "" : $"\n--b\nContent-Type: text/rfc822-headers\n\n{original}\n";
        var report = $"""
            From: MAILER-DAEMON@mx.example.org
            To: {to}
            Subject: Undelivered Mail Returned to Sender
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.org

            Final-Recipient: rfc822; somebody@example.org
            Action: {action}
            Status: {status}
            {returned}
            --b--

            """.ReplaceLineEndings("\r\n");
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes(report));
        return await DeliveryReports.ReadAsync(stream, CancellationToken.None);
    }
}
