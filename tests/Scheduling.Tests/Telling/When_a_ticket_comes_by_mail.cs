using Integrationskonzept.Scheduling.Attendance.CheckIns;
using Integrationskonzept.Scheduling.Attendance.Contacts;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Testing;
using MimeKit;

namespace Integrationskonzept.Scheduling.Tests.Telling;

public sealed class When_a_ticket_comes_by_mail(SchedulingService service)
{
    [Fact]
    public async Task Its_code_is_an_image_and_text_and_opens_the_door()
    {
        var door = await GivenDoor.AnEventTodayAsync(service);
        var address = Mailbox.NewAddress();
        var registration = await door.Open.GuestAsync(address, MailLanguage.En);
        var mail = await service.Mails.WaitAsync(address, "You are registered");

        var code = CodeIn(Mailbox.TextOf(mail));
        var image = ImagesOf(mail).ShouldHaveSingleItem();
        (image.ContentDisposition!.Disposition, image.ContentId).ShouldBe(("inline", "ticket.png"));
        Bytes(image).ShouldBe(Ticket.Png(code), "the image says the same as the text");
        mail.HtmlBody!.ShouldContain("<img src=\"cid:ticket.png\" alt=\"QR code of your ticket; it stands below as text.\">");
        CodeIn(mail.HtmlBody!).ShouldBe(code);
        Mailbox.CalendarOf(mail)!.Value.Method.ShouldBe("REQUEST");

        (await door.ScanAsync(GivenDoor.Of(code)))
            .Single()
            .ShouldSatisfyAllConditions(
                scan => scan.Outcome.ShouldBe(ScanOutcome.CheckedIn),
                scan => scan.RegistrationId.ShouldBe(registration.Id)
            );
    }

    [Fact]
    public async Task Only_those_who_have_a_seat_get_one()
    {
        var open = await GivenRegistration.OpenAsync(service, 1);
        var (first, second) = (Mailbox.NewAddress(), Mailbox.NewAddress());
        await open.GuestAsync(first);
        await open.GuestAsync(second);
        var confirmation = await service.Mails.WaitAsync(first, "Sie sind angemeldet");
        ImagesOf(confirmation).Count.ShouldBe(1);
        NoTicket(await service.Mails.WaitAsync(second, "Warteliste"));

        await open.FollowAsync("withdraw", confirmation).ReadAsync<RegistrationDto>();
        NoTicket(await service.Mails.WaitAsync(first, "Sie sind abgemeldet"));
        var offer = await service.Mails.WaitAsync(second, "Ein Platz ist frei");
        NoTicket(offer);
        await open.FollowAsync("accept", offer).ReadAsync<RegistrationDto>();
        ImagesOf(await service.Mails.WaitAsync(second, "Sie sind angemeldet")).Count.ShouldBe(1);

        await open.Given.CancelAsync(open.Event.Id).ReadAsync();
        NoTicket(await service.Mails.WaitAsync(second, "Abgesagt"));
    }

    static void NoTicket(MimeMessage mail)
    {
        ImagesOf(mail).ShouldBeEmpty(mail.Subject);
        (Mailbox.TextOf(mail) + mail.HtmlBody).ShouldNotContain("IK1.");
    }

    static string CodeIn(string text) => System.Text.RegularExpressions.Regex.Match(text, @"IK1\.[\w-]+").Value;

    static List<MimePart> ImagesOf(MimeMessage mail) =>
        [.. mail.BodyParts.OfType<MimePart>().Where(part => part.ContentType.MimeType == "image/png")];

    static byte[] Bytes(MimePart part)
    {
        using var content = new MemoryStream();
        part.Content!.DecodeTo(content);
        return content.ToArray();
    }
}
