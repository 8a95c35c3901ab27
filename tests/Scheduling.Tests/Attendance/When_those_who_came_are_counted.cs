using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling.Attendance.CheckIns;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Attendance;

/// <summary>At events of 2022, recorded afterwards from a device that had no network.</summary>
public sealed class When_those_who_came_are_counted(SchedulingService service)
{
    async Task<(GivenDoor Door, Func<Scan> Guest)> AnEventOf2022Async()
    {
        var given = await Given.AMandateAsync(service);
        var row = await given.EventAsync((await given.AConfirmedPlanAsync()).Events[0].Id);
        var open = new GivenRegistration(service, given, row);
        return (new(service, open, await GivenDoor.AListAsync(open, "Eingang")), () => GivenDoor.Guest(row.Start.AddMinutes(5)));
    }

    static Task<HttpResponseMessage> HoldAsync(GivenDoor door, HoldEvent hold) =>
        door.Open.Given.Moderator.SendAsync(HttpMethod.Post, $"{door.Open.Api}/held", hold);

    [Fact]
    public async Task The_record_says_how_many_were_checked_in_and_how_many_were_missed()
    {
        var (door, guest) = await AnEventOf2022Async();
        await HoldAsync(door, new()).ProblemAsync(422, "attendance-unknown");
        var came = await door.ScanAsync(guest(), guest(), guest());
        (
            await door.Open.Given.Coordinator.DeleteAsync($"{door.Lists}/{door.List.Id}/people/{came[0].RegistrationId}")
        ).IsSuccessStatusCode.ShouldBeTrue();

        var held = await HoldAsync(door, new()).ReadAsync<EventDto>();
        (held.Attendance[StakeholderGroup.MigrantOrganisation], held.NoShows).ShouldBe(
            (2, 0),
            "a guest who was never there is not missed either"
        );
        var told = await service.Bus.WaitForAsync<EventHeld>(door.Open.Given.Tenant);
        (told.Attendance[StakeholderGroup.MigrantOrganisation], told.NoShows).ShouldBe((2, 0));
    }

    [Fact]
    public async Task A_device_that_reports_late_corrects_the_record()
    {
        var (door, guest) = await AnEventOf2022Async();
        await door.ScanAsync(guest());
        var held = await HoldAsync(door, new()).ReadAsync<EventDto>();
        var late = guest();
        await door.ScanAsync(late);
        await door.ScanAsync(late);

        var told = await service.Bus.WaitForAsync<EventHeld>(door.Open.Given.Tenant, fact => fact.Version > held.Version);
        (told.Attendance[StakeholderGroup.MigrantOrganisation], told.Version).ShouldBe((2, held.Version + 1));
        (await door.Open.Given.EventAsync(door.Open.Event.Id)).Version.ShouldBe(held.Version + 1, "the same scan again corrects nothing");
    }

    [Fact]
    public async Task What_somebody_counted_stays()
    {
        var (door, guest) = await AnEventOf2022Async();
        await door.ScanAsync(guest());
        var held = await HoldAsync(door, new(new() { [StakeholderGroup.Politics] = 30 })).ReadAsync<EventDto>();
        await door.ScanAsync(guest());
        (await service.Bus.WaitForAsync<PresenceNoted>(door.Open.Given.Tenant)).Marks.ShouldBeEmpty("nobody of them has an account");
        var after = await door.Open.Given.EventAsync(door.Open.Event.Id);
        (after.Version, after.Attendance[StakeholderGroup.Politics]).ShouldBe((held.Version, 30));
    }

    [Fact]
    public async Task Devices_agree_also_where_nobody_could_register()
    {
        var (door, guest) = await AnEventOf2022Async();
        var came = await door.ScanAsync(guest(), guest());
        var group = await GivenDoor.AListAsync(door.Open, "Arbeitsgruppe");
        Scan Again(ScanResult person) => guest() with { WalkIn = null, RegistrationId = person.RegistrationId };
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(_ => door.SendAsync(door.Helper, group.Id, Again(came[0]), Again(came[1])).ReadAsync<ScanResults>())
        );
        answers.SelectMany(answer => answer.Items).Count(result => result.Outcome == ScanOutcome.CheckedIn).ShouldBe(2);
        answers.SelectMany(answer => answer.Items).ShouldNotContain(result => result.Outcome == ScanOutcome.Refused);
    }

    [Fact]
    public async Task Nobody_is_checked_in_at_an_event_that_was_called_off()
    {
        var (door, guest) = await AnEventOf2022Async();
        await door.Open.Given.CancelAsync(door.Open.Event.Id).ReadAsync();
        await door.SendAsync(door.Helper, door.List.Id, guest()).ProblemAsync(409, "event-cancelled");
    }

    [Fact]
    public async Task Who_registered_and_was_not_seen_is_missed_and_who_was_seen_counts_also_when_they_leave_the_list_afterwards()
    {
        var door = await GivenDoor.AnEventTodayAsync(service);
        var (who, registration) = await door.Open.SomebodyRegistersAsync();
        await door.Open.SomebodyRegistersAsync();
        await door.ScanAsync(
            new Scan
            {
                Id = Guid.CreateVersion7(),
                At = GivenDoor.Now,
                RegistrationId = registration.Id,
            }
        );
        await service.BeginAsync(door.Open.Event.Id);
        (await HoldAsync(door, new()).ReadAsync<EventDto>()).ShouldSatisfyAllConditions(
            held => held.Attendance[StakeholderGroup.CivilSociety].ShouldBe(1),
            held => held.NoShows.ShouldBe(1)
        );

        var told = await service.Bus.WaitForAsync<PresenceNoted>(door.Open.Given.Tenant);
        told.Marks.ShouldBe([PresenceNoted.MarkOf(door.Open.Event.Id, registration.Account!)], "who was missed can't correct the record");

        await door.Open.WithdrawAsync(who, registration).ReadAsync();
        await door.ScanAsync(GivenDoor.Guest());
        (await service.PublishedAsync<PresenceNoted>(door.Open.Given.Tenant)).Count.ShouldBe(1, "a guest without account changes nothing");
        (await door.Open.Given.EventAsync(door.Open.Event.Id)).ShouldSatisfyAllConditions(
            held => held.Attendance[StakeholderGroup.CivilSociety].ShouldBe(1),
            held => held.Attendance[StakeholderGroup.MigrantOrganisation].ShouldBe(1),
            held => held.NoShows.ShouldBe(1)
        );
    }
}
