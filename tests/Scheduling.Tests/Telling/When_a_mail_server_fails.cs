using System.Net;
using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Telling;

public sealed class When_a_mail_server_fails(SchedulingService service)
{
    [Fact]
    public async Task A_mailbox_that_does_not_exist_is_told_the_staff_and_gets_no_more()
    {
        await using var server = new MailServer();
        var open = await service.AnEventAsync(server);
        var (address, other) = (Mailbox.NewAddress(), Mailbox.NewAddress());
        server.OnRecipient = to => to == address ? "550 5.1.1 no such user" : null;
        var who = open.Somebody(address);
        var registration = await open.RegisterAsync(who).ReadAsync<RegistrationDto>(HttpStatusCode.Created);
        await open.RegisterAsync(open.Somebody(other)).ReadAsync<RegistrationDto>(HttpStatusCode.Created);
        await service.SettledAsync(open, "Bounced,Sent");

        (await open.ListAsync(RegistrationState.Confirmed)).Single(row => row.Id == registration.Id).MailRefused.ShouldBe("5.1.1");
        (await open.MineAsync(who)).MailRefused.ShouldBeNull("for the staff");
        await open.Given.CancelAsync(open.Event.Id).ReadAsync();
        await service.SettledAsync(open, "Bounced,Sent,Superseded", 4);
        server.To(other).Count.ShouldBe(2);

        await open.Given.Coordinator.DeleteAsync($"{open.Given.Api}/mail/undeliverable/{registration.Id}").ReadNothingAsync();
        (await open.ListAsync(RegistrationState.Confirmed)).ShouldAllBe(row => row.MailRefused == null);
    }

    [Fact]
    public async Task A_report_that_comes_later_counts_as_well()
    {
        await using var server = new MailServer();
        var open = await service.AnEventAsync(server);
        var address = Mailbox.NewAddress();
        var registration = await open.RegisterAsync(open.Somebody(address)).ReadAsync<RegistrationDto>(HttpStatusCode.Created);
        await service.SettledAsync(open, "Sent");
        var mail = server.To(address).Single();
        mail.From.ShouldStartWith("bounces+");

        await ReportAsync(open, mail.From, "delayed", "4.2.1").ReadNothingAsync();
        (await open.ListAsync(RegistrationState.Confirmed)).Single().MailRefused.ShouldBeNull("only delayed");
        await ReportAsync(open, mail.From, "failed", "5.2.1").ReadNothingAsync();
        await ReportAsync(open, mail.From, "failed", "5.2.1").ReadNothingAsync();
        (await open.ListAsync(RegistrationState.Confirmed)).Single(row => row.Id == registration.Id).MailRefused.ShouldBe("5.2.1");

        await ReportAsync(open, "bounces+00000000000000000000000000000000@example.org", "failed", "5.2.1")
            .ProblemAsync(404, "mail-unknown");
        await ReportAsync(await GivenRegistration.OpenAsync(service, 1), mail.From, "failed", "5.2.1").ProblemAsync(404, "mail-unknown");
        using var nonsense = new ByteArrayContent("Subject: hello\r\n\r\nhello"u8.ToArray())
        {
            Headers = { { "Content-Type", "message/rfc822" } },
        };
        await open.Given.Coordinator.PostAsync($"{open.Given.Api}/mail/bounces", nonsense).ProblemAsync(422, "delivery-report-unreadable");
        using var foreign = new ByteArrayContent([1]) { Headers = { { "Content-Type", "message/rfc822" } } };
        await open.Given.Participant.PostAsync($"{open.Given.Api}/mail/bounces", foreign).ProblemAsync(403, "forbidden");
    }

    [Fact]
    public async Task In_doubt_it_is_sent_once_more_under_the_same_id_and_then_parked_for_an_operator()
    {
        await using var server = new MailServer { HangUpAfter = _ => true };
        var open = await service.AnEventAsync(server);
        var address = Mailbox.NewAddress();
        await open.RegisterAsync(open.Somebody(address)).ReadAsync<RegistrationDto>(HttpStatusCode.Created);
        await service.SettledAsync(open, "Parked");
        server.To(address).Count.ShouldBe(2);
        server.To(address).Select(mail => mail.Message.MessageId).Distinct().Count().ShouldBe(1);

        var id = (Guid)
            (await Database.ExecuteAsync(service.AdminConnection, $"select id from mails where tenant_slug = '{open.Given.Tenant}'"))!;
        var parked = (await service.AsOperator().GetAsync("/api/v1/operations/scheduling/mails").ReadAsync<MailQueueState>()).Mails.Single(
            mail => mail.Id == id
        );
        (parked.Tenant, parked.Kind, parked.Doubts).ShouldBe((open.Given.Tenant, "registration", 2));
        using (var answer = await service.AsOperator().GetAsync("/api/v1/operations/scheduling/mails"))
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain(address);
        await open.Given.Coordinator.GetAsync("/api/v1/operations/scheduling/mails").ProblemAsync(403, "forbidden");
        server.HangUpAfter = _ => false;
        (
            await service
                .AsOperator()
                .SendAsync(HttpMethod.Post, "/api/v1/operations/scheduling/mails/redrive", new RedriveMails(id))
                .ReadAsync<MailsRedriven>()
        ).Redriven.ShouldBe(1);
        await service.SettledAsync(open, "Sent");
    }

    static Task<HttpResponseMessage> ReportAsync(GivenRegistration open, string to, string action, string status)
    {
        var report = $"""
            From: MAILER-DAEMON@mx.example.org
            To: {to}
            Subject: Undelivered Mail Returned to Sender
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: text/plain

            I could not deliver it.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.org

            Final-Recipient: rfc822; somebody@example.org
            Action: {action}
            Status: {status}

            --b--

            """.ReplaceLineEndings("\r\n");
        var content = new ByteArrayContent(System.Text.Encoding.ASCII.GetBytes(report))
        {
            Headers = { { "Content-Type", "message/rfc822" } },
        };
        return open.Given.Coordinator.PostAsync($"{open.Given.Api}/mail/bounces", content);
    }
}
