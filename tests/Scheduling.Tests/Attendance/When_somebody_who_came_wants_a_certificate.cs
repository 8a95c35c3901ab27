using System.Net;
using Integrationskonzept.Scheduling.Attendance.CheckIns;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Testing;
using MimeKit;

namespace Integrationskonzept.Scheduling.Tests.Attendance;

public sealed class When_somebody_who_came_wants_a_certificate(SchedulingService service)
{
    [Fact]
    public async Task The_thanks_have_a_link_that_gets_it_as_often_as_it_is_needed()
    {
        var (door, thanks, registration) = await ThankedAsync(comes: true);
        var open = door.Open;
        var token = Mailbox.TokenOf(thanks, "certificate");

        await open.FollowAsync("certificate", token, new { name = "Gast Eins" }).ProblemAsync(409, "event-not-held");
        (await NameAsync(registration)).ShouldBe(DBNull.Value, "no name is kept of whom gets no certificate");
        await HoldAsync(open);
        await open.FollowAsync("certificate", token).ProblemAsync(409, "name-missing");
        await open.FollowAsync("certificate", token, new { name = new string('x', 201) }).ProblemAsync(400, "validation");

        using var first = await open.FollowAsync("certificate", token, new { name = " Gast Eins " });
        (first.StatusCode, first.Content.Headers.ContentType!.MediaType, first.Headers.CacheControl!.NoStore).ShouldBe(
            (HttpStatusCode.OK, "application/pdf", true)
        );
        (await first.Content.ReadAsStringAsync()).ShouldContain("Gast Eins");
        (await NameAsync(registration)).ShouldBe("Gast Eins");
        using var second = await open.FollowAsync("certificate", token, new { name = "Jemand anders" });
        (await second.Content.ReadAsStringAsync()).ShouldSatisfyAllConditions(
            pdf => pdf.ShouldContain("Gast Eins"),
            pdf => pdf.ShouldNotContain("Jemand anders")
        );
        (await open.FollowAsync("show", token).ReadAsync<LinkView>()).ShouldSatisfyAllConditions(
            link => link.Purpose.ShouldBe(LinkPurpose.Certificate),
            link => link.Registration!.Name.ShouldBe("Gast Eins")
        );
    }

    [Fact]
    public async Task Who_did_not_come_gets_no_link()
    {
        var (_, thanks, _) = await ThankedAsync(comes: false);
        Mailbox.TextOf(thanks).ShouldNotContain("#certificate=");
    }

    [Fact]
    public async Task Other_links_and_forged_ones_get_nothing()
    {
        var (door, thanks, registration) = await ThankedAsync(comes: true);
        var open = door.Open;
        await HoldAsync(open);
        var token = Mailbox.TokenOf(thanks, "certificate");
        var confirmation = await service.Mails.WaitAsync(thanks.To.Mailboxes.Single().Address, "Sie sind angemeldet");

        await open.FollowAsync("certificate", token[..30] + (token[30] == 'A' ? 'B' : 'A') + token[31..], new { name = "X" })
            .ProblemAsync(422, "link-invalid");
        await open.FollowAsync("certificate", Mailbox.TokenOf(confirmation, "withdraw"), new { name = "X" })
            .ProblemAsync(422, "link-for-other");
        await open.FollowAsync("withdraw", token).ProblemAsync(422, "link-for-other");
        var elsewhere = await service.NewTenantAsync();
        await service
            .CreateClient()
            .SendAsync(HttpMethod.Post, $"/api/v1/{elsewhere}/registration-links/certificate", new GetCertificateByLink(token, "X"))
            .ProblemAsync(422, "link-invalid");

        // What a link gets is decided when it is used: a check-in that was undone counts no more.
        await open.Given.Coordinator.DeleteAsync($"{door.Lists}/{door.List.Id}/people/{registration}");
        await open.FollowAsync("certificate", token, new { name = "X" }).ProblemAsync(409, "not-checked-in");
        (await NameAsync(registration)).ShouldBe(DBNull.Value);
    }

    /// <summary>A guest without a name, after the event.</summary>
    async Task<(GivenDoor Door, MimeMessage Thanks, Guid Registration)> ThankedAsync(bool comes)
    {
        var door = await GivenDoor.AnEventTodayAsync(service);
        var open = door.Open;
        var address = Mailbox.NewAddress();
        var registration = (await open.GuestAsync(address)).Id;
        if (comes)
            (
                await door.ScanAsync(
                    new Scan
                    {
                        Id = Guid.CreateVersion7(),
                        At = GivenDoor.Now,
                        RegistrationId = registration,
                    }
                )
            ).Single().Outcome.ShouldBe(ScanOutcome.CheckedIn);
        await service.ReminderIsDueAsync(open.Event.Id, "anchor = 'AfterEnd'");
        return (door, await service.Mails.WaitAsync(address, "Danke"), registration);
    }

    /// <summary>As if the hour until its start had passed.</summary>
    async Task HoldAsync(GivenRegistration open)
    {
        await service.BeginAsync(open.Event.Id);
        await open.Given.Moderator.SendAsync(HttpMethod.Post, $"{open.Api}/held", new HoldEvent()).ReadAsync<EventDto>();
    }

    Task<object?> NameAsync(Guid registration) =>
        Database.ExecuteAsync(service.AdminConnection, $"select name from registrations where id = '{registration}'");
}
