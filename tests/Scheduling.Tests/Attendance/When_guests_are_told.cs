using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Attendance;

public sealed class When_guests_are_told(SchedulingService service)
{
    [Fact]
    public async Task Each_invitation_once_with_its_group_and_a_mark_instead_of_the_address()
    {
        var open = await GivenRegistration.OpenAsync(service, 3);
        var (one, two) = (Mailbox.NewAddress(), Mailbox.NewAddress());
        var people = new InvitePeople([new(one.ToUpperInvariant(), Group: StakeholderGroup.CivilSociety), new(two)]);
        await InviteAsync(open, people).ReadAsync();
        (await InviteAsync(open, people).ReadAsync<InvitedPeople>()).ShouldBe(new(0, 2));

        var told = await ToldAsync(open);

        told.Select(guest => (guest.Standing, guest.Group, guest.Mark, guest.Version))
            .ShouldBe(
                [
                    (GuestStanding.Invited, StakeholderGroup.CivilSociety, EventGuestNoted.MarkOf(open.Event.Id, one), 1),
                    (GuestStanding.Invited, null, EventGuestNoted.MarkOf(open.Event.Id, two), 1),
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task Sent_again_with_its_key_it_answers_the_same_and_tells_nothing()
    {
        var open = await GivenRegistration.OpenAsync(service, 3);
        var (people, key) = (new InvitePeople([new(Mailbox.NewAddress())]), Guid.CreateVersion7().ToString());
        (await InviteAsync(open, people, key).ReadAsync<InvitedPeople>()).ShouldBe(new(1, 0));
        (await InviteAsync(open, people, key).ReadAsync<InvitedPeople>()).ShouldBe(new(1, 0));
        (await ToldAsync(open)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task How_a_registration_stands_each_time_with_a_higher_version_and_no_mark_once_it_ended()
    {
        var open = await GivenRegistration.OpenAsync(service, 1);
        var (first, second) = (Mailbox.NewAddress(), Mailbox.NewAddress());
        var (holder, waiter) = (open.Somebody(first), open.Somebody(second));
        var seat = await open.RegisterAsync(holder, StakeholderGroup.Politics).ReadAsync<RegistrationDto>();
        var place = await open.RegisterAsync(waiter).ReadAsync<RegistrationDto>();
        await open.WithdrawAsync(holder, seat).ReadAsync();
        await open.WithdrawAsync(holder, seat).ReadAsync(); // a second time changes nothing

        var told = await ToldAsync(open);

        Of(seat)
            .ShouldBe([
                (GuestStanding.Registered, StakeholderGroup.Politics, EventGuestNoted.MarkOf(open.Event.Id, first)),
                (GuestStanding.Gone, StakeholderGroup.Politics, null),
            ]);
        Of(place)
            .ShouldBe([
                (GuestStanding.Waiting, StakeholderGroup.CivilSociety, EventGuestNoted.MarkOf(open.Event.Id, second)),
                (GuestStanding.Registered, StakeholderGroup.CivilSociety, EventGuestNoted.MarkOf(open.Event.Id, second)),
            ]);
        told.GroupBy(guest => guest.AggregateId).ShouldAllBe(guest => guest.Select(one => one.Version).Distinct().Count() == guest.Count());

        List<(GuestStanding, StakeholderGroup?, string?)> Of(RegistrationDto row) =>
            [
                .. told.Where(guest => guest.AggregateId == row.Id)
                    .OrderBy(guest => guest.Version)
                    .Select(guest => (guest.Standing, guest.Group, guest.Mark)),
            ];
    }

    async Task<List<EventGuestNoted>> ToldAsync(GivenRegistration open) =>
        [.. (await service.PublishedAsync<EventGuestNoted>(open.Given.Tenant)).Where(guest => guest.EventId == open.Event.Id)];

    static Task<HttpResponseMessage> InviteAsync(GivenRegistration open, InvitePeople people, string? key = null) =>
        open.Given.Coordinator.SendAsync(HttpMethod.Post, $"{open.Api}/invitations", people, idempotencyKey: key);
}
