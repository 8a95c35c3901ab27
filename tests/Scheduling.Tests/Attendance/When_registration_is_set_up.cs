using System.Net;
using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Attendance;

public sealed class When_registration_is_set_up(SchedulingService service)
{
    [Fact]
    public async Task The_version_that_was_read_guards_it_also_the_first_time()
    {
        var none = await GivenRegistration.AnEventAsync(service);
        await none.Given.Participant.GetAsync($"{none.Api}/registration").ProblemAsync(404, "registration-not-set-up");
        await none.SetAsync(null, none.Wish(5)).ProblemAsync(428, "if-match-missing");
        await none.SetAsync(1, none.Wish(5)).ProblemAsync(412, "changed-meanwhile");
        var both = await Task.WhenAll(none.SetAsync(0, none.Wish(5)), none.SetAsync(0, none.Wish(6)));
        both.Select(answer => answer.StatusCode).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed]);
        await none.SomebodyRegistersAsync();

        var read = await none.Given.Participant.GetAsync($"{none.Api}/registration");
        read.Headers.ETag!.Tag.ShouldBe("\"1\"", "registrations do not change the settings' version");
        await none.SetAsync(0, none.Wish(7)).ProblemAsync(412, "changed-meanwhile");
        var changed = await none.SetAsync(1, none.Wish(7)).ReadAsync<RegistrationSettingsDto>();
        (changed.Version, changed.Capacity, changed.ClosesAt, changed.OpensAt).ShouldBe(
            (2, 7, none.Event.Start.AddDays(-1), GivenRegistration.Past)
        );
        await none.Given.Moderator.SendAsync(HttpMethod.Put, $"{none.Api}/registration", none.Wish(8), 2).ProblemAsync(403, "forbidden");
    }

    [Fact]
    public async Task It_is_possible_in_itself()
    {
        var none = await GivenRegistration.AnEventAsync(service);
        var wish = none.Wish(10);
        await none.SetAsync(0, none.Wish(0)).ProblemAsync(400, "validation");
        await none.SetAsync(0, none.Wish(5001)).ProblemAsync(400, "validation");
        await none.SetAsync(0, wish with { Reserved = new() { [StakeholderGroup.Politics] = -1 } }).ProblemAsync(400, "validation");
        var reserved = await none.SetAsync(
                0,
                wish with
                {
                    Reserved = new() { [StakeholderGroup.Politics] = 6, [StakeholderGroup.Institution] = 5 },
                }
            )
            .ProblemAsync(422, "reserved-exceeds-capacity");
        (reserved["reserved"]!.GetValue<int>(), reserved["capacity"]!.GetValue<int>()).ShouldBe((11, 10));
        await none.SetAsync(0, wish with { ClosesAt = wish.OpensAt }).ProblemAsync(422, "registration-window-empty");
        await none.SetAsync(0, wish with { ClosesAt = none.Event.Start.AddSeconds(1) })
            .ProblemAsync(422, "registration-closes-after-start");
        await none.Given.Participant.GetAsync($"{none.Api}/registration").ProblemAsync(404, "registration-not-set-up");
        (await none.SetAsync(0, wish with { ClosesAt = none.Event.Start }).ReadAsync<RegistrationSettingsDto>()).Version.ShouldBe(1);
    }

    [Fact]
    public async Task Seats_that_were_given_are_not_taken_away()
    {
        var open = await GivenRegistration.OpenAsync(service, 3);
        for (var count = 0; count < 3; count++)
            await open.SomebodyRegistersAsync();
        var problem = await open.SetAsync(1, open.Wish(2)).ProblemAsync(409, "capacity-below-taken");
        (problem["taken"]!.GetValue<int>(), problem["capacity"]!.GetValue<int>()).ShouldBe((3, 2));
        await open.SetAsync(1, open.Wish(3)).ReadAsync();
    }

    [Fact]
    public async Task It_says_who_sees_who_takes_part()
    {
        var open = await GivenRegistration.OpenAsync(service, 1);
        var ((inside, _), (waiting, _)) = (await open.SomebodyRegistersAsync(), await open.SomebodyRegistersAsync());
        var nobody = service.CreateClient();
        Task<HttpResponseMessage> ListAsync(HttpClient who) => who.GetAsync($"{open.Api}/registrations/participants");
        Task<HttpResponseMessage> CountAsync(HttpClient who) => who.GetAsync($"{open.Api}/registration/numbers");

        await ListAsync(inside).ProblemAsync(403, "participants-not-visible");
        await CountAsync(inside).ProblemAsync(404, "not-found");
        (await ListAsync(open.Given.Moderator).ReadAsync<Page<ParticipantDto>>()).Items.Count.ShouldBe(1);

        await open.SetAsync(1, open.Wish(1) with { ListVisibility = ListVisibility.Participants }).ReadAsync();
        var seen = await ListAsync(inside).ReadAsync();
        seen["items"]!.AsArray().Count.ShouldBe(1, "who waits takes no part");
        seen["items"]![0]!.AsObject().Select(member => member.Key).ShouldBe(["id", "group", "organisation"]);
        await ListAsync(waiting).ProblemAsync(403, "participants-not-visible");
        await CountAsync(nobody).ProblemAsync(404, "not-found");
        (await CountAsync(inside).ReadAsync<RegistrationNumbers>()).Waiting.ShouldBe(1);

        await open.SetAsync(2, open.Wish(1) with { ListVisibility = ListVisibility.Public }).ReadAsync();
        (await CountAsync(nobody).ReadAsync<RegistrationNumbers>()).ShouldBe(new(1, 1, 0, 0, 1));
        await ListAsync(nobody).ProblemAsync(401, "unauthenticated");
        await ListAsync(inside).ProblemAsync(403, "participants-not-visible");
    }

    [Fact]
    public async Task An_event_that_is_moved_forward_closes_its_registration_with_its_start()
    {
        var given = await Given.AMandateAsync(service);
        var row = await given
            .AddAsync(Coming.Day(300).At("10:00"))
            .ReadAsync<Scheduling.Events.EventDto>(System.Net.HttpStatusCode.Created);
        var open = new GivenRegistration(service, given, row);
        await open.SetAsync(0, open.Wish(5)).ReadAsync();
        var moved = await given
            .RescheduleAsync(row.Id, $"{Coming.Day(294):yyyy-MM-dd}", (await given.EventAsync(row.Id)).Version)
            .ReadAsync<Scheduling.Events.EventDto>();
        (await given.Coordinator.GetAsync($"{open.Api}/registration").ReadAsync<RegistrationSettingsDto>()).ClosesAt.ShouldBe(moved.Start);
        (await service.Bus.WaitForAsync<EventRescheduled>(given.Tenant)).Event.Registration!.ClosesAt.ShouldBe(moved.Start);
    }

    [Fact]
    public async Task What_is_told_after_a_change_of_approval_alone_is_newer_than_it()
    {
        var open = await GivenRegistration.OpenAsync(service, 20);
        await open.SetAsync(1, open.Wish(20) with { NeedsApproval = true }).ReadAsync();
        await open.Given.CancelAsync(open.Event.Id).ReadAsync();
        var cancelled = await service.Bus.WaitForAsync<EventCancelled>(open.Given.Tenant);
        await service.Bus.CatchUpAsync();
        var versions = service.Bus.Heard<EventFact>(open.Given.Tenant).Select(fact => fact.Version).ToList();
        versions.Count.ShouldBe(4, "scheduled, announced twice, cancelled");
        versions.ShouldBeUnique();
        versions.Max().ShouldBe(cancelled.Version);
    }
}
