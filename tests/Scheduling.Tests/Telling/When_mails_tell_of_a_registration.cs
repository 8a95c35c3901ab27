using System.Net;
using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Testing;
using MimeKit;

namespace Integrationskonzept.Scheduling.Tests.Telling;

public sealed class When_mails_tell_of_a_registration(SchedulingService service)
{
    [Fact]
    public async Task A_confirmation_brings_the_event_as_iTIP_request()
    {
        var open = await GivenRegistration.OpenAsync(service, 2);
        var address = Mailbox.NewAddress();
        await open.RegisterAsync(open.Somebody(address)).ReadAsync<RegistrationDto>(HttpStatusCode.Created);
        var mail = await service.Mails.WaitAsync(address, "Sie sind angemeldet");

        mail.Headers[HeaderId.AutoSubmitted].ShouldBe("auto-generated");
        mail.Headers[HeaderId.ListUnsubscribe]!.ShouldContain("#withdraw=");
        mail.Body!.Headers[HeaderId.ContentLanguage].ShouldBe("de");
        mail.HtmlBody!.ShouldContain("<html lang=\"de\" dir=\"ltr\">");
        mail.HtmlBody!.ShouldContain("<h1>Sie sind angemeldet</h1>");
        var alternatives = mail.BodyParts.Select(part => part.ContentType.MimeType).ToList();
        alternatives.ShouldBe(["text/plain", "text/html", "image/png", "text/calendar", "application/ics"]);

        var (method, text) = Mailbox.CalendarOf(mail)!.Value;
        method.ShouldBe("REQUEST");
        var entry = Rfc5545.Read(text).Parts.Single(part => part.Name == "VEVENT");
        entry.Of("UID").ShouldBe($"{open.Event.Id}@{open.Given.Tenant}.integrationskonzept");
        entry
            .Of("SEQUENCE")
            .ShouldBe((await open.Given.EventAsync(open.Event.Id)).Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture));
        entry.Of("ORGANIZER").ShouldBe($"mailto:{mail.From.Mailboxes.Single().Address}");
        var attendee = entry["ATTENDEE"]!;
        (attendee.Value, attendee.Parameters["PARTSTAT"], attendee.Parameters["LANGUAGE"]).ShouldBe(
            ($"mailto:{address}", "ACCEPTED", "de")
        );
        var file = mail.Attachments.OfType<MimePart>().Single();
        Mailbox.ContentOf(file).ShouldBe(text);
    }

    [Fact]
    public async Task Each_person_reads_it_in_their_language()
    {
        var open = await GivenRegistration.OpenAsync(service, 2);
        var (english, german) = (Mailbox.NewAddress(), Mailbox.NewAddress());
        var who = open.Somebody(english);
        who.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        await open.RegisterAsync(who).ReadAsync<RegistrationDto>(HttpStatusCode.Created);
        await open.RegisterAsync(open.Somebody(german)).ReadAsync<RegistrationDto>(HttpStatusCode.Created);
        var mail = await service.Mails.WaitAsync(english, "You are registered");
        mail.HtmlBody!.ShouldContain("<html lang=\"en\"");
        Mailbox.TextOf(mail).ShouldContain("Europe/Berlin time");
        await service.Mails.WaitAsync(german, "Sie sind angemeldet");
    }

    [Fact]
    public async Task A_move_and_a_cancellation_reach_everybody_once_with_a_raised_sequence()
    {
        var open = await GivenRegistration.OpenAsync(service, 2);
        var people = Enumerable.Range(0, 3).Select(_ => Mailbox.NewAddress()).ToList();
        foreach (var person in people)
            await open.RegisterAsync(open.Somebody(person)).ReadAsync<RegistrationDto>(HttpStatusCode.Created);
        foreach (var person in people)
            await service.Mails.WaitAsync(person, "Auftakt");
        var before = await open.Given.EventAsync(open.Event.Id);
        var moved = await open
            .Given.RescheduleAsync(
                before.Id,
                before.Start.AddDays(before.Start.DayOfWeek == DayOfWeek.Friday ? 3 : 1).ToString("yyyy-MM-dd", null),
                before.Version
            )
            .ReadAsync<EventDto>();

        foreach (var person in people.Take(2))
        {
            var mail = await service.Mails.WaitAsync(person, "Änderung");
            Mailbox.TextOf(mail).ShouldContain("Der Raum ist belegt.");
            var (method, text) = Mailbox.CalendarOf(mail)!.Value;
            var entry = Rfc5545.Read(text).Parts.Single(part => part.Name == "VEVENT");
            (method, int.Parse(entry.Of("SEQUENCE"), null), entry.Of("DTSTART")).ShouldBe(
                ("REQUEST", moved.Sequence, moved.Start.ToString("yyyyMMdd'T'HHmmss", null))
            );
        }
        Mailbox.CalendarOf(await service.Mails.WaitAsync(people[2], "Änderung")).ShouldBeNull("who waits has no seat yet");

        var cancelled = await open.Given.CancelAsync(before.Id).ReadAsync<EventDto>();
        foreach (var person in people)
            await service.Mails.WaitAsync(person, "Abgesagt");
        var (cancel, calendar) = Mailbox.CalendarOf(await service.Mails.WaitAsync(people[0], "Abgesagt"))!.Value;
        cancel.ShouldBe("CANCEL");
        Rfc5545.Read(calendar).Parts.Single(part => part.Name == "VEVENT").Of("SEQUENCE").ShouldBe($"{cancelled.Sequence}");
        foreach (var person in people)
            service.Mails.To(person).Count.ShouldBe(3, string.Join(", ", service.Mails.To(person).Select(mail => mail.Subject)));
    }

    [Fact]
    public async Task Offers_and_withdrawals_go_to_the_calendar_too()
    {
        var open = await GivenRegistration.OpenAsync(service, 1);
        var (first, second) = (Mailbox.NewAddress(), Mailbox.NewAddress());
        var who = open.Somebody(first);
        var registration = await open.RegisterAsync(who).ReadAsync<RegistrationDto>(HttpStatusCode.Created);
        await open.RegisterAsync(open.Somebody(second)).ReadAsync<RegistrationDto>(HttpStatusCode.Created);
        await service.Mails.WaitAsync(first, "Sie sind angemeldet");
        await open.WithdrawAsync(who, registration).ReadAsync();

        var gone = Mailbox.CalendarOf(await service.Mails.WaitAsync(first, "Sie sind abgemeldet"))!.Value;
        gone.Method.ShouldBe("CANCEL");
        Rfc5545.Read(gone.Text).Parts.Single(part => part.Name == "VEVENT")["ATTENDEE"]!.Parameters["PARTSTAT"].ShouldBe("DECLINED");
        var offer = Mailbox.CalendarOf(await service.Mails.WaitAsync(second, "Ein Platz ist frei"))!.Value;
        Rfc5545.Read(offer.Text).Parts.Single(part => part.Name == "VEVENT")["ATTENDEE"]!.Parameters["PARTSTAT"].ShouldBe("NEEDS-ACTION");
    }

    [Fact]
    public async Task What_people_wrote_can_not_break_a_mail()
    {
        var open = await GivenRegistration.OpenAsync(service, 1);
        var held = await open.Given.EventAsync(open.Event.Id);
        var wish = new DescribeEvent { Title = "Café; <b>Größe</b>, \\\"مرحبا\"", Venue = "Halle 1, Hof; rechts" };
        await open
            .Given.Coordinator.SendAsync(HttpMethod.Put, $"{open.Given.Api}/events/{held.Id}", wish, held.Version)
            .ReadAsync<EventDto>();
        var address = Mailbox.NewAddress();
        await open.RegisterAsync(open.Somebody(address)).ReadAsync<RegistrationDto>(HttpStatusCode.Created);
        var mail = await service.Mails.WaitAsync(address, "Sie sind angemeldet");
        mail.Subject.ShouldBe($"Sie sind angemeldet: {wish.Title}");
        mail.HtmlBody!.ShouldNotContain("<b>");
        mail.HtmlBody!.ShouldContain("<dd dir=\"auto\">Caf&#233;; &lt;b&gt;");
        Rfc5545
            .Read(Mailbox.CalendarOf(mail)!.Value.Text)
            .Parts.Single(part => part.Name == "VEVENT")
            .Of("SUMMARY")
            .ShouldStartWith("Café\\; <b>Größe</b>\\, \\\\");
    }

    [Fact]
    public async Task Integrations_without_an_address_get_none_and_nothing_waits()
    {
        var open = await GivenRegistration.OpenAsync(service, 1);
        await open.SomebodyRegistersAsync();
        await Eventually.TrueAsync(
            async () =>
                (
                    await Database.ExecuteAsync(
                        service.AdminConnection,
                        $"select string_agg(distinct state, ',') from mails where tenant_slug = '{open.Given.Tenant}'"
                    )
                )
                    is "Superseded",
            "nothing to send"
        );
    }

    [Fact]
    public async Task Who_waits_reads_why()
    {
        var open = await GivenRegistration.OpenAsync(
            service,
            1,
            wish => wish with { Reserved = new() { [StakeholderGroup.Politics] = 1 } }
        );
        var (early, late) = (Mailbox.NewAddress(), Mailbox.NewAddress());
        await open.RegisterAsync(open.Somebody(early)).ReadAsync<RegistrationDto>(HttpStatusCode.Created);
        Mailbox.TextOf(await service.Mails.WaitAsync(early, "Warteliste")).ShouldContain("für andere Gruppen reserviert");
        await open.RegisterAsync(open.Somebody(), StakeholderGroup.Politics).ReadAsync<RegistrationDto>(HttpStatusCode.Created);
        await open.RegisterAsync(open.Somebody(late)).ReadAsync<RegistrationDto>(HttpStatusCode.Created);
        Mailbox.TextOf(await service.Mails.WaitAsync(late, "Warteliste")).ShouldContain("Alle Plätze sind vergeben");
    }
}
