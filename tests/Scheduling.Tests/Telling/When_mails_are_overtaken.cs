using System.Net;
using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.Scheduling.Attendance.CheckIns;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Telling.Senders;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Telling;

/// <summary>The mail server was away, or nobody looked: what was true when a mail was queued is not when it goes.</summary>
public sealed class When_mails_are_overtaken(SchedulingService service)
{
    [Fact]
    public async Task Nobody_is_promised_a_seat_at_an_event_that_was_cancelled_meanwhile()
    {
        var open = await GivenRegistration.OpenAsync(service, 1);
        await using var server = await AwayAsync(open);
        var address = Mailbox.NewAddress();
        await open.RegisterAsync(open.Somebody(address)).ReadAsync<RegistrationDto>(HttpStatusCode.Created);
        await open.Given.CancelAsync(open.Event.Id).ReadAsync();
        server.OnRecipient = _ => null;
        await Eventually.TrueAsync(async () => await OpenMailsAsync(open) == 0, "all mails are settled");
        server.To(address).Single().Message.Subject!.ShouldStartWith("Abgesagt");
    }

    [Fact]
    public async Task Who_withdrew_and_registered_again_keeps_the_event_in_the_calendar()
    {
        var open = await GivenRegistration.OpenAsync(service, 1);
        var address = Mailbox.NewAddress();
        var who = open.Somebody(address);
        var first = await open.RegisterAsync(who).ReadAsync<RegistrationDto>(HttpStatusCode.Created);
        await service.Mails.WaitAsync(address, "Sie sind angemeldet");
        await using var server = await AwayAsync(open);
        await open.WithdrawAsync(who, first).ReadAsync();
        await open.RegisterAsync(who).ReadAsync<RegistrationDto>(HttpStatusCode.Created);
        await Eventually.TrueAsync(async () => await MailsAsync(open, "Sending") == 0, "what was written before is refused");
        server.OnRecipient = _ => null;
        await Eventually.TrueAsync(async () => await OpenMailsAsync(open) == 0, "all mails are settled");
        // A mail that the server took without an answer in time goes once more.
        server
            .To(address)
            .Select(mail => Mailbox.CalendarOf(mail.Message)!.Value.Method)
            .Distinct()
            .ShouldBe(["REQUEST"], "a CANCEL that comes later would take it out again");
    }

    [Fact]
    public async Task An_offer_that_ends_after_the_event_was_cancelled_sends_nobody_back_to_the_waiting_list()
    {
        var open = await GivenRegistration.OpenAsync(service, 1);
        var (first, confirmed) = await open.SomebodyRegistersAsync();
        var (address, third) = (Mailbox.NewAddress(), Mailbox.NewAddress());
        var second = open.Somebody(address);
        await open.RegisterAsync(second).ReadAsync<RegistrationDto>(HttpStatusCode.Created);
        await open.RegisterAsync(open.Somebody(third)).ReadAsync<RegistrationDto>(HttpStatusCode.Created);
        await open.WithdrawAsync(first, confirmed).ReadAsync();
        await service.Mails.WaitAsync(address, "Ein Platz ist frei für Sie");
        await open.Given.CancelAsync(open.Event.Id).ReadAsync();
        await service.Mails.WaitAsync(address, "Abgesagt");

        var id = (await open.MineAsync(second)).Id;
        await service.OfferExpiresAsync(id);
        await Eventually.TrueAsync(
            async () => (await open.MineAsync(second)).State == RegistrationState.Waiting && await OpenMailsAsync(open) == 0,
            "the offer is over and told, or not"
        );
        service
            .Mails.To(address)
            .ShouldNotContain(mail => mail.Subject!.StartsWith("Ihr Angebot ist abgelaufen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_did_not_come_is_not_thanked_where_people_were_checked_in()
    {
        var door = await GivenDoor.AnEventTodayAsync(service);
        var (came, missing) = (Mailbox.NewAddress(), Mailbox.NewAddress());
        var registration = (await door.Open.GuestAsync(came)).Id;
        await door.Open.GuestAsync(missing);
        await door.ScanAsync(
            new Scan
            {
                Id = Guid.CreateVersion7(),
                At = GivenDoor.Now,
                RegistrationId = registration,
            }
        );
        await service.ReminderIsDueAsync(door.Open.Event.Id, "anchor = 'AfterEnd'");
        await service.Mails.WaitAsync(came, "Danke");
        await Eventually.TrueAsync(async () => await OpenMailsAsync(door.Open) == 0, "all mails are settled");
        service.Mails.To(missing).ShouldNotContain(mail => mail.Subject!.StartsWith("Danke", StringComparison.Ordinal));
    }

    /// <summary>The mail server of the Landkreis, which takes nothing yet.</summary>
    static async Task<MailServer> AwayAsync(GivenRegistration open)
    {
        var server = new MailServer { OnRecipient = _ => "451 4.3.0 try later" };
        await open
            .Given.Coordinator.SendAsync(
                HttpMethod.Put,
                $"{open.Given.Api}/mail/sender",
                new SetSender("WIR", "wir@example.org", Server: new("127.0.0.1", server.Port, SmtpSecurity.None)),
                0
            )
            .ReadAsync<SenderDto>();
        return server;
    }

    Task<long> OpenMailsAsync(GivenRegistration open) => MailsAsync(open, "Waiting", "Sending");

    async Task<long> MailsAsync(GivenRegistration open, params string[] states) =>
        (long)
            (
                await Database.ExecuteAsync(
                    service.AdminConnection,
                    $"select count(*) from mails where tenant_slug = '{open.Given.Tenant}' and state in ('{string.Join("', '", states)}')"
                )
            )!;
}
