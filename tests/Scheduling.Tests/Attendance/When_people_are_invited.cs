using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling.Attendance.Contacts;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Attendance;

public sealed class When_people_are_invited(SchedulingService service)
{
    [Fact]
    public async Task Each_address_once_and_its_link_registers()
    {
        var open = await GivenRegistration.OpenAsync(service, 3);
        var (one, two) = (Mailbox.NewAddress(), Mailbox.NewAddress());
        var people = new InvitePeople([new(one, MailLanguage.En), new(two), new(one.ToUpperInvariant())]);
        (await InviteAsync(open, people).ReadAsync<InvitedPeople>()).ShouldBe(new(2, 1));
        (await InviteAsync(open, people).ReadAsync<InvitedPeople>()).ShouldBe(new(0, 3));

        var mail = await service.Mails.WaitAsync(one, "Invitation");
        var seat = await open.FollowAsync("invitation", mail, new { group = "politics", organisation = "Kreistag" })
            .ReadAsync<RegistrationDto>();
        (seat.State, seat.Group).ShouldBe((RegistrationState.Confirmed, StakeholderGroup.Politics));
        await open.FollowAsync("invitation", mail, new { group = "politics" }).ProblemAsync(409, "link-used");
        await service.Mails.WaitAsync(two, "Einladung");
        (await open.Given.Coordinator.GetAsync($"{open.Api}/invitations/numbers").ReadAsync<InvitationNumbers>()).ShouldBe(new(2, 1));
        service.Mails.To(two).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_group_is_those_who_took_part_before()
    {
        var first = await GivenRegistration.OpenAsync(service, 5);
        var (civil, politics) = (Mailbox.NewAddress(), Mailbox.NewAddress());
        await first.RegisterAsync(first.Somebody(civil)).ReadAsync<RegistrationDto>();
        await first.RegisterAsync(first.Somebody(politics), StakeholderGroup.Politics).ReadAsync<RegistrationDto>();
        var next = new GivenRegistration(
            service,
            first.Given,
            await first
                .Given.Coordinator.SendAsync(
                    HttpMethod.Post,
                    $"{first.Given.Api}/events",
                    new
                    {
                        kind = "hearing",
                        mandateId = first.Given.Mandate.AggregateId,
                        title = "Anhörung",
                        start = Coming.Day(300).At("10:00"),
                        end = Coming.Day(300).At("12:00"),
                    }
                )
                .ReadAsync<Scheduling.Events.EventDto>()
        );
        await next.SetAsync(0, next.Wish(5)).ReadAsync();
        // Has said no to this one already.
        var gone = Mailbox.NewAddress();
        var who = first.Somebody(gone);
        await first.RegisterAsync(who).ReadAsync<RegistrationDto>();
        await next.WithdrawAsync(who, await next.RegisterAsync(who).ReadAsync<RegistrationDto>(System.Net.HttpStatusCode.Created))
            .ReadAsync();
        (await InviteAsync(next, new([], StakeholderGroup.CivilSociety)).ReadAsync<InvitedPeople>()).ShouldBe(new(1, 0));
        await service.Mails.WaitAsync(civil, "Einladung");
        service.Mails.To(politics).ShouldNotContain(mail => mail.Subject!.StartsWith("Einladung", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Within_bounds()
    {
        var open = await GivenRegistration.OpenAsync(service, 3);
        await InviteAsync(open, new([])).ProblemAsync(422, "nobody-to-invite");
        (await InviteAsync(open, new([new("a@example.org"), new("b")])).ProblemAsync(400, "validation"))["errors"]!
            ["addresses[1].address"]
            .ShouldNotBeNull();
        await InviteAsync(open, new([.. Enumerable.Range(0, 501).Select(number => new InvitePerson($"p{number}@example.org"))]))
            .ProblemAsync(400, "validation");
        await open
            .Given.Participant.SendAsync(HttpMethod.Post, $"{open.Api}/invitations", new InvitePeople([new("a@example.org")]))
            .ProblemAsync(403, "forbidden");
        await open.Given.CancelAsync(open.Event.Id).ReadAsync();
        await InviteAsync(open, new([new("a@example.org")])).ProblemAsync(409, "event-cancelled");
    }

    static Task<HttpResponseMessage> InviteAsync(GivenRegistration open, InvitePeople people) =>
        open.Given.Coordinator.SendAsync(HttpMethod.Post, $"{open.Api}/invitations", people);
}
