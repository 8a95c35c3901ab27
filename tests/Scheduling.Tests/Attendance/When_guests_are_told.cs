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
    public async Task How_a_registration_stands_each_time_with_a_higher_version()
    {
        var open = await GivenRegistration.OpenAsync(service, 1);
        var (first, second) = (Mailbox.NewAddress(), Mailbox.NewAddress());
        var (holder, waiter) = (open.Somebody(first), open.Somebody(second));
        var seat = await open.RegisterAsync(holder, StakeholderGroup.Politics).ReadAsync<RegistrationDto>();
        var place = await open.RegisterAsync(waiter).ReadAsync<RegistrationDto>();
        await open.WithdrawAsync(holder, seat).ReadAsync();
        await open.WithdrawAsync(holder, seat).ReadAsync(); // a second time changes nothing
        await open.DoAsync(waiter, place, "accept").ReadAsync(); // the seat was kept for them, and not theirs yet

        var told = await ToldAsync(open);

        Of(seat)
            .ShouldBe([
                (GuestStanding.Registered, StakeholderGroup.Politics, EventGuestNoted.MarkOf(open.Event.Id, first)),
                (GuestStanding.Gone, StakeholderGroup.Politics, EventGuestNoted.MarkOf(open.Event.Id, first)),
            ]);
        Of(place)
            .ShouldBe([
                (GuestStanding.Waiting, StakeholderGroup.CivilSociety, EventGuestNoted.MarkOf(open.Event.Id, second)),
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

    [Fact]
    public async Task Who_has_yet_to_be_approved_waits()
    {
        var open = await GivenRegistration.OpenAsync(service, 2, wish => wish with { NeedsApproval = true });
        await open.SomebodyRegistersAsync();
        (await ToldAsync(open)).Single().Standing.ShouldBe(GuestStanding.Waiting);
    }

    [Fact]
    public async Task With_a_withdrawal_the_invitation_is_gone_and_its_mark_forgotten()
    {
        var open = await GivenRegistration.OpenAsync(service, 3);
        var address = Mailbox.NewAddress();
        await InviteAsync(open, new([new(address, Group: StakeholderGroup.Politics)])).ReadAsync();
        var who = open.Somebody(address);
        await open.WithdrawAsync(who, await open.RegisterAsync(who).ReadAsync<RegistrationDto>()).ReadAsync();

        var told = await ToldAsync(open);

        var invitation = told.Single(guest => guest.Standing == GuestStanding.Invited).AggregateId;
        var gone = told.Single(guest => guest.AggregateId == invitation && guest.Version == 2);
        (gone.Standing, gone.Group, gone.Mark, gone.IsForgotten).ShouldBe((GuestStanding.Gone, StakeholderGroup.Politics, null, true));
        told.ShouldContain(guest => guest.AggregateId != invitation && guest.Standing == GuestStanding.Gone && guest.Mark != null);
    }

    [Fact]
    public async Task That_somebody_is_forgotten_wherever_they_were_invited_or_registered_also_by_an_address_that_they_had_before()
    {
        var open = await GivenRegistration.OpenAsync(service, 3);
        var (past, elsewhere) = (await GivenRegistration.OpenAsync(service, 3), Mailbox.NewAddress());
        var (id, old, address) = (Guid.CreateVersion7(), Mailbox.NewAddress(), Mailbox.NewAddress());
        await InviteAsync(open, new([new(address), new(elsewhere)])).ReadAsync();
        var registered = await open.RegisterAsync(With(open, old)).ReadAsync<RegistrationDto>();
        var was = await past.RegisterAsync(With(past, old)).ReadAsync<RegistrationDto>();
        await Database.ExecuteAsync(
            service.AdminConnection,
            $"""update events set start = now() - interval '1 hour', "end" = now() + interval '1 hour' where id = '{past.Event.Id}'"""
        );

        await service.Bus.EraseAsync<PersonErasedInScheduling>(AnErasure.Of(id, address));

        var told = await ToldAsync(open);
        Last(told, registered.Id).ShouldBe((GuestStanding.Gone, null, true));
        Last(await ToldAsync(past), was.Id).ShouldBe((GuestStanding.Registered, null, true), "they were there, and are counted");
        Last(told, InvitationOf(address)).ShouldBe((GuestStanding.Invited, null, true));
        told.Where(guest => guest.AggregateId == InvitationOf(elsewhere)).ShouldAllBe(guest => !guest.IsForgotten);

        HttpClient With(GivenRegistration at, string mail) =>
            service.Client(service.Issuer.Token([$"{at.Given.Tenant}:participant"], subject: id.ToString(), email: mail));

        Guid InvitationOf(string mail) =>
            told.Single(guest =>
                guest.Standing == GuestStanding.Invited && guest.Mark == EventGuestNoted.MarkOf(open.Event.Id, mail)
            ).AggregateId;

        static (GuestStanding, string?, bool) Last(List<EventGuestNoted> guests, Guid of)
        {
            var last = guests.Where(guest => guest.AggregateId == of).MaxBy(guest => guest.Version)!;
            return (last.Standing, last.Mark, last.IsForgotten);
        }
    }

    [Fact]
    public async Task All_that_lies_ahead_once_more_where_operators_want_it_and_as_it_was_told()
    {
        var (open, past) = (await GivenRegistration.OpenAsync(service, 3), await GivenRegistration.OpenAsync(service, 3));
        await InviteAsync(open, new([new(Mailbox.NewAddress(), Group: StakeholderGroup.Politics)])).ReadAsync();
        await open.RegisterAsync(open.Somebody(Mailbox.NewAddress())).ReadAsync();
        await past.SomebodyRegistersAsync();
        await Database.ExecuteAsync(
            service.AdminConnection,
            $"""update events set start = now() - interval '1 hour', "end" = now() + interval '1 hour' where id = '{past.Event.Id}'"""
        );
        var before = await ToldAsync(open);
        const string Again = "/api/v1/operations/scheduling/guests/tell-again";
        await open.Given.Coordinator.PostAsync(Again, null).ProblemAsync(403, "forbidden");

        (await service.AsOperator().PostAsync(Again, null).ReadAsync<ToldGuests>()).Guests.ShouldBeGreaterThanOrEqualTo(2);

        var after = await ToldAsync(open);
        after.Count.ShouldBe(4);
        after
            .Select(Said)
            .Distinct()
            .ShouldBe(before.Select(Said), ignoreOrder: true, "who knows it already sees by the version that it is nothing new");
        (await ToldAsync(past)).Count.ShouldBe(1);

        static (Guid, int, GuestStanding, StakeholderGroup?, string?) Said(EventGuestNoted guest) =>
            (guest.AggregateId, guest.Version, guest.Standing, guest.Group, guest.Mark);
    }

    async Task<List<EventGuestNoted>> ToldAsync(GivenRegistration open) =>
        [.. (await service.PublishedAsync<EventGuestNoted>(open.Given.Tenant)).Where(guest => guest.EventId == open.Event.Id)];

    static Task<HttpResponseMessage> InviteAsync(GivenRegistration open, InvitePeople people, string? key = null) =>
        open.Given.Coordinator.SendAsync(HttpMethod.Post, $"{open.Api}/invitations", people, idempotencyKey: key);
}
