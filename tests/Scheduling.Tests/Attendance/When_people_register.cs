using System.Net;
using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Attendance;

public sealed class When_people_register(SchedulingService service)
{
    [Fact]
    public async Task There_is_a_seat_at_once_and_then_a_place_in_the_queue()
    {
        using var meters = new Meters();
        var open = await GivenRegistration.OpenAsync(service, 1);
        var (who, first) = await open.SomebodyRegistersAsync();
        (first.State, first.Position, first.Reason, first.Organisation).ShouldBe((RegistrationState.Confirmed, null, null, "Sportkreis"));
        var (_, second) = await open.SomebodyRegistersAsync();
        var (_, third) = await open.SomebodyRegistersAsync();
        (second.State, second.Position, second.Reason).ShouldBe((RegistrationState.Waiting, 1, WaitReason.Full));
        (third.State, third.Position, third.Reason).ShouldBe((RegistrationState.Waiting, 2, WaitReason.Full));

        (await open.MineAsync(who)).Id.ShouldBe(first.Id);
        (await who.GetAsync($"{open.Api}/registrations/{first.Id}").ReadAsync<RegistrationDto>()).ShouldBe(first);
        (await open.NumbersAsync()).ShouldBe(new(1, 1, 0, 0, 2));
        (await open.ListAsync(RegistrationState.Confirmed)).ShouldHaveSingleItem().Id.ShouldBe(first.Id);
        (await open.ListAsync(RegistrationState.Waiting)).Select(row => row.Id).ShouldBe([second.Id, third.Id]);
        meters.Sum("registrations", ("tenant", open.Given.Tenant), ("state", "Waiting")).ShouldBe(2);
    }

    [Fact]
    public async Task Reserved_seats_are_kept_for_their_group()
    {
        var open = await GivenRegistration.OpenAsync(
            service,
            3,
            wish => wish with { Reserved = new() { [StakeholderGroup.MigrantOrganisation] = 2 } }
        );
        (await open.SomebodyRegistersAsync()).Registration.State.ShouldBe(RegistrationState.Confirmed);
        var (_, waits) = await open.SomebodyRegistersAsync();
        (waits.State, waits.Reason).ShouldBe((RegistrationState.Waiting, WaitReason.ReservedForOthers));
        for (var seat = 0; seat < 2; seat++)
            (await open.SomebodyRegistersAsync(StakeholderGroup.MigrantOrganisation)).Registration.State.ShouldBe(
                RegistrationState.Confirmed
            );
        (await open.SomebodyRegistersAsync(StakeholderGroup.MigrantOrganisation)).Registration.Reason.ShouldBe(WaitReason.Full);
        (await open.ListAsync(RegistrationState.Waiting))[0].Reason.ShouldBe(WaitReason.Full);
    }

    [Fact]
    public async Task Once_is_enough_also_when_the_request_is_repeated_or_comes_twice_at_the_same_time()
    {
        var open = await GivenRegistration.OpenAsync(service, 5);
        var who = open.Somebody();
        var first = await open.RegisterAsync(who, key: "a").ReadAsync<RegistrationDto>(HttpStatusCode.Created);
        (await open.RegisterAsync(who, key: "a").ReadAsync<RegistrationDto>(HttpStatusCode.Created)).ShouldBe(first);
        var twice = await open.RegisterAsync(who, key: "b").ProblemAsync(409, "already-registered");
        twice["registrationId"]!.GetValue<Guid>().ShouldBe(first.Id);

        var other = open.Somebody();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => open.RegisterAsync(other)));
        answers.Select(answer => (int)answer.StatusCode).Order().ShouldBe([201, 409, 409, 409, 409, 409]);
        (await open.NumbersAsync()).Confirmed.ShouldBe(2);

        (await open.WithdrawAsync(who, first).ReadAsync<RegistrationDto>()).State.ShouldBe(RegistrationState.Withdrawn);
        (await open.RegisterAsync(who).ReadAsync<RegistrationDto>(HttpStatusCode.Created)).Id.ShouldNotBe(first.Id);
    }

    [Fact]
    public async Task What_has_to_be_prepared_is_forgotten_with_the_registration()
    {
        var open = await GivenRegistration.OpenAsync(service, 5);
        var who = open.Somebody();
        var registered = await open.RegisterAsync(who, needs: "Gebärdensprache").ReadAsync<RegistrationDto>();
        (await open.ListAsync(RegistrationState.Confirmed)).Single().AccessNeeds.ShouldBe("Gebärdensprache");
        await open.WithdrawAsync(who, registered).ReadAsync();
        (
            await Database.ExecuteAsync(
                service.AdminConnection,
                $"select count(*) from registrations where id = '{registered.Id}' and access_needs is null and state = 'Withdrawn'"
            )
        ).ShouldBe(1L);
        await open.RegisterAsync(open.Somebody(), needs: new('x', 501)).ProblemAsync(400, "validation");
        await open.Somebody()
            .SendAsync(HttpMethod.Post, $"{open.Api}/registrations", new { group = "nobody" })
            .ProblemAsync(400, "unreadable-request");
    }

    [Fact]
    public async Task Only_within_the_window_of_an_event_that_takes_place()
    {
        var early = await GivenRegistration.OpenAsync(service, 5, wish => wish with { OpensAt = wish.ClosesAt.AddDays(-1) });
        await early.RegisterAsync(early.Somebody()).ProblemAsync(409, "registration-not-open");
        var late = await GivenRegistration.AnEventAsync(service);
        await late.SetAsync(0, late.Wish(5) with { ClosesAt = GivenRegistration.Past.AddDays(1) })
            .ProblemAsync(422, "registration-window-past");
        await late.SetAsync(0, late.Wish(5)).ReadAsync();
        await late.SetAsync(1, late.Wish(5) with { ClosesAt = GivenRegistration.Past.AddDays(1) }).ReadAsync();
        await late.RegisterAsync(late.Somebody()).ProblemAsync(409, "registration-closed");

        var cancelled = await GivenRegistration.OpenAsync(service, 5);
        var (who, registration) = await cancelled.SomebodyRegistersAsync();
        await cancelled.Given.CancelAsync(cancelled.Event.Id).ReadAsync();
        await cancelled.RegisterAsync(cancelled.Somebody()).ProblemAsync(409, "event-cancelled");
        await cancelled.SetAsync(1, cancelled.Wish(6)).ProblemAsync(409, "event-cancelled");
        (await cancelled.WithdrawAsync(who, registration).ReadAsync<RegistrationDto>()).State.ShouldBe(RegistrationState.Withdrawn);

        var none = await GivenRegistration.AnEventAsync(service);
        await none.RegisterAsync(none.Somebody()).ProblemAsync(404, "registration-not-set-up");

        var past = await Given.AMandateAsync(service);
        var held = await past.EventAsync((await past.AConfirmedPlanAsync()).Events[0].Id);
        await past.HoldAsync(held.Id).ReadAsync();
        var over = new GivenRegistration(service, past, held);
        await over.SetAsync(0, over.Wish(5)).ProblemAsync(409, "event-held");
    }

    [Fact]
    public async Task Others_registrations_are_the_staffs_alone()
    {
        var open = await GivenRegistration.OpenAsync(service, 5);
        var (who, mine) = await open.SomebodyRegistersAsync();
        var other = open.Somebody();
        await other.GetAsync($"{open.Api}/registrations/{mine.Id}").ProblemAsync(404, "not-found");
        await open.WithdrawAsync(other, mine).ProblemAsync(404, "not-found");
        await other.GetAsync($"{open.Api}/registrations/mine").ProblemAsync(404, "not-found");
        await other.GetAsync($"{open.Api}/registrations").ProblemAsync(403, "forbidden");
        await open.DoAsync(who, mine, "approve").ProblemAsync(403, "forbidden");
        await open.DoAsync(who, mine, "refuse").ProblemAsync(403, "forbidden");
        await open.DoAsync(open.Given.Moderator, mine, "accept").ProblemAsync(403, "not-your-registration");
        await open.DoAsync(who, mine, "accept").ProblemAsync(409, "no-offer");
        await service.CreateClient().GetAsync($"{open.Api}/registrations").ProblemAsync(401, "unauthenticated");
        (await open.WithdrawAsync(open.Given.Moderator, mine).ReadAsync<RegistrationDto>()).State.ShouldBe(RegistrationState.Withdrawn);
    }

    [Fact]
    public async Task Another_landkreis_does_not_find_them()
    {
        var (open, other) = (await GivenRegistration.OpenAsync(service, 5), await GivenRegistration.OpenAsync(service, 5));
        var (_, registration) = await open.SomebodyRegistersAsync();
        var foreign = $"{other.Given.Api}/events/{open.Event.Id}";
        await other.Given.Coordinator.SendAsync(HttpMethod.Put, $"{foreign}/registration", other.Wish(9), 1).ProblemAsync(404, "not-found");
        await other.Given.Coordinator.GetAsync($"{foreign}/registration").ProblemAsync(404, "not-found");
        await other
            .Given.Participant.SendAsync(HttpMethod.Post, $"{foreign}/registrations", new Register(StakeholderGroup.Politics))
            .ProblemAsync(404, "not-found");
        await other.Given.Coordinator.DeleteAsync($"{foreign}/registrations/{registration.Id}").ProblemAsync(404, "not-found");
        await other.Given.Coordinator.DeleteAsync($"{other.Api}/registrations/{registration.Id}").ProblemAsync(404, "not-found");
        await other.Given.Coordinator.GetAsync($"{open.Api}/registrations").ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task People_find_all_that_they_registered_for_and_nobody_elses()
    {
        var open = await GivenRegistration.OpenAsync(service, 5);
        var (who, registration) = await open.SomebodyRegistersAsync();
        await open.SomebodyRegistersAsync();
        var mine = await who.GetAsync($"/api/v1/{open.Given.Tenant}/registrations/mine").ReadAsync<Page<MyRegistrationDto>>();
        var one = mine.Items.ShouldHaveSingleItem();
        (one.Id, one.EventId, one.State, one.Title).ShouldBe(
            (registration.Id, registration.EventId, RegistrationState.Confirmed, open.Event.Title)
        );
        var elsewhere = await service.NewTenantAsync();
        await who.GetAsync($"/api/v1/{elsewhere}/registrations/mine").ProblemAsync(404, "not-found");
    }
}
