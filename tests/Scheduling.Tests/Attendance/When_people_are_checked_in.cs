using System.Net;
using Integrationskonzept.Scheduling.Attendance.CheckIns;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Attendance;

public sealed class When_people_are_checked_in(SchedulingService service)
{
    [Fact]
    public async Task A_ticket_lets_its_bearer_in_once_on_each_list()
    {
        var door = await GivenDoor.AnEventTodayAsync(service);
        var (registration, code) = await door.ATicketAsync();
        var first = (await door.ScanAsync(GivenDoor.Of(code))).Single();
        (first.Outcome, first.RegistrationId).ShouldBe((ScanOutcome.CheckedIn, registration.Id));
        var again = (await door.ScanAsync(GivenDoor.Of(code))).Single();
        (again.Outcome, again.FirstAt).ShouldBe((ScanOutcome.AlreadyCheckedIn, first.FirstAt));

        var group = await GivenDoor.AListAsync(door.Open, "Arbeitsgruppe");
        (await door.SendAsync(door.Helper, group.Id, GivenDoor.Of(code)).ReadAsync<ScanResults>())
            .Items.Single()
            .Outcome.ShouldBe(ScanOutcome.CheckedIn);
        (await door.Helper.GetAsync(door.Lists).ReadAsync<IReadOnlyList<CheckInListDto>>())
            .Select(list => (list.Name, list.CheckedIn))
            .ShouldBe([("Eingang", 1), ("Arbeitsgruppe", 1)]);
    }

    [Fact]
    public async Task A_ticket_is_an_image_that_holds_nothing_about_the_person()
    {
        var door = await GivenDoor.AnEventTodayAsync(service, capacity: 1);
        var (who, registration) = await door.Open.SomebodyRegistersAsync();
        var path = $"{door.Open.Api}/registrations/{registration.Id}/ticket";
        var image = await who.GetByteArrayAsync($"{path}.png");
        image.AsSpan(1, 3).ToArray().ShouldBe("PNG"u8.ToArray());
        var code = (await who.GetAsync(path).ReadAsync<TicketDto>()).Code;
        code.Length.ShouldBe("IK1.".Length + 43, "id and random bits alone");

        await door.Open.Somebody().GetAsync(path).ProblemAsync(404, "not-found");
        var (waiting, second) = await door.Open.SomebodyRegistersAsync();
        await waiting.GetAsync($"{door.Open.Api}/registrations/{second.Id}/ticket").ProblemAsync(409, "no-ticket");
    }

    [Fact]
    public async Task Forged_foreign_and_withdrawn_ones_are_refused_and_the_others_get_in()
    {
        var (door, elsewhere) = (await GivenDoor.AnEventTodayAsync(service), await GivenDoor.AnEventTodayAsync(service));
        var ((_, good), (_, foreign)) = (await door.ATicketAsync(), await elsewhere.ATicketAsync());
        var (who, gone) = await door.Open.SomebodyRegistersAsync();
        var withdrawn = (await who.GetAsync($"{door.Open.Api}/registrations/{gone.Id}/ticket").ReadAsync<TicketDto>()).Code;
        await door.Open.WithdrawAsync(who, gone).ReadAsync();
        var forged = good[..^4] + (good.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA");

        var results = await door.ScanAsync(
            GivenDoor.Of(forged),
            GivenDoor.Of("IK1.unsinn"),
            GivenDoor.Of(foreign),
            GivenDoor.Of(withdrawn),
            GivenDoor.Of(good, GivenDoor.Now.AddDays(-2)),
            GivenDoor.Of(good, GivenDoor.Now.AddHours(1)),
            new() { Id = Guid.CreateVersion7(), At = GivenDoor.Now },
            new()
            {
                Id = Guid.CreateVersion7(),
                At = GivenDoor.Now,
                RegistrationId = Guid.CreateVersion7(),
            },
            GivenDoor.Of(good)
        );
        results
            .Select(result => result.Problem?.Type)
            .ShouldBe([
                "/problems/ticket-invalid",
                "/problems/ticket-invalid",
                "/problems/ticket-invalid",
                "/problems/not-a-participant",
                "/problems/scan-outside-of-event",
                "/problems/scan-outside-of-event",
                "/problems/scan-unclear",
                "/problems/not-found",
                null,
            ]);
        results[^1].Outcome.ShouldBe(ScanOutcome.CheckedIn);
    }

    [Fact]
    public async Task A_ticket_for_another_event_of_the_landkreis_says_so()
    {
        var door = await GivenDoor.AnEventTodayAsync(service);
        var later = await door.Open.Given.AddAsync(Coming.Day(300).At("10:00")).ReadAsync<EventDto>(HttpStatusCode.Created);
        var other = new GivenRegistration(service, door.Open.Given, later);
        await other.SetAsync(0, other.Wish(5)).ReadAsync();
        var (who, registration) = await other.SomebodyRegistersAsync();
        var code = (await who.GetAsync($"{other.Api}/registrations/{registration.Id}/ticket").ReadAsync<TicketDto>()).Code;
        (await door.ScanAsync(GivenDoor.Of(code))).Single().Problem!.Type.ShouldBe("/problems/ticket-other-event");
    }

    [Fact]
    public async Task What_a_device_kept_without_network_is_merged_and_changes_nothing_when_sent_again()
    {
        var door = await GivenDoor.AnEventTodayAsync(service);
        var ((_, seen), (_, only)) = (await door.ATicketAsync(), await door.ATicketAsync());
        var earlier = GivenDoor.Now.AddMinutes(-20);
        await door.ScanAsync(GivenDoor.Of(seen));
        Scan[] kept = [GivenDoor.Of(seen, earlier), GivenDoor.Of(only, earlier), GivenDoor.Guest(earlier)];

        var results = await door.ScanAsync(kept);
        results.Select(result => result.Outcome).ShouldBe([ScanOutcome.AlreadyCheckedIn, ScanOutcome.CheckedIn, ScanOutcome.CheckedIn]);
        results[0].FirstAt!.Value.ShouldBe(earlier, TimeSpan.FromMilliseconds(1), "the earliest scan counts");
        (await door.ScanAsync(kept)).ShouldBe(results);
        (await door.Helper.GetAsync($"{door.Lists}/{door.List.Id}/people").ReadAsync<Page<ExpectedDto>>())
            .Items.Count(person => person.CheckedInAt is not null)
            .ShouldBe(3);

        var reused = GivenDoor.Guest() with { Id = kept[1].Id };
        (await door.ScanAsync(reused)).Single().Problem!.Type.ShouldBe("/problems/scan-id-used");
    }

    [Fact]
    public async Task Devices_that_scan_the_same_tickets_at_once_agree_on_one_check_in_each()
    {
        var door = await GivenDoor.AnEventTodayAsync(service, capacity: 20);
        var codes = new List<string>();
        for (var number = 0; number < 10; number++)
            codes.Add((await door.ATicketAsync()).Code);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(device => door.ScanAsync([.. codes.Skip(device % 2).Select(code => GivenDoor.Of(code))]))
        );
        answers.SelectMany(results => results).Count(result => result.Outcome == ScanOutcome.CheckedIn).ShouldBe(10);
        answers.SelectMany(results => results).ShouldNotContain(result => result.Outcome == ScanOutcome.Refused);
    }

    [Fact]
    public async Task Guests_without_registration_get_in_while_there_is_room()
    {
        var door = await GivenDoor.AnEventTodayAsync(service, capacity: 2);
        await door.Open.SomebodyRegistersAsync();
        (await door.ScanAsync(GivenDoor.Guest(), GivenDoor.Guest()))
            .Select(result => result.Problem?.Type)
            .ShouldBe([null, "/problems/event-full"]);
        (await door.Open.NumbersAsync()).Confirmed.ShouldBe(2, "a guest takes the seat that was free");
    }

    [Fact]
    public async Task A_helper_can_do_that_and_nothing_else()
    {
        var door = await GivenDoor.AnEventTodayAsync(service);
        await door.ATicketAsync();
        (await door.Helper.GetAsync($"{door.Lists}/{door.List.Id}/people").ReadAsync<Page<ExpectedDto>>())
            .Items.Single()
            .TicketHash.Length.ShouldBe(64);
        await door.Helper.GetAsync($"{door.Open.Api}/registrations").ProblemAsync(403, "forbidden");
        await door.Helper.GetAsync(door.Open.Api).ProblemAsync(403, "forbidden");
        await door.Helper.SendAsync(HttpMethod.Post, door.Lists, new NameCheckInList("Noch eine")).ProblemAsync(403, "forbidden");
        await door.SendAsync(door.Open.Given.Participant, door.List.Id, GivenDoor.Guest()).ProblemAsync(403, "forbidden");

        var other = await GivenDoor.AnEventTodayAsync(service);
        await door.SendAsync(other.Helper, door.List.Id, GivenDoor.Guest()).ProblemAsync(404, "not-found");
        await other.Helper.GetAsync($"{other.Lists}/{door.List.Id}/people").ProblemAsync(404, "not-found");
        await door.SendAsync(door.Helper, door.List.Id).ProblemAsync(400, "validation");
    }

    [Fact]
    public async Task A_list_is_renamed_and_removed_until_somebody_is_on_it()
    {
        var door = await GivenDoor.AnEventTodayAsync(service);
        var coordinator = door.Open.Given.Coordinator;
        Task<HttpResponseMessage> Rename(int? version) =>
            coordinator.SendAsync(HttpMethod.Put, $"{door.Lists}/{door.List.Id}", new NameCheckInList("Foyer"), version);
        await Rename(null).ProblemAsync(428, "if-match-missing");
        await Rename(7).ProblemAsync(412, "changed-meanwhile");
        (await Rename(1).ReadAsync<CheckInListDto>()).Version.ShouldBe(2);
        await coordinator.SendAsync(HttpMethod.Post, door.Lists, new NameCheckInList("Foyer")).ProblemAsync(409, "exists-already");
        await door.ScanAsync(GivenDoor.Guest());
        await coordinator.DeleteAsync($"{door.Lists}/{door.List.Id}").ProblemAsync(409, "list-in-use");
        var empty = await GivenDoor.AListAsync(door.Open, "Nachmittag");
        (await coordinator.DeleteAsync($"{door.Lists}/{empty.Id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_guest_has_an_id_of_their_own()
    {
        var door = await GivenDoor.AnEventTodayAsync(service);
        var later = await door.Open.Given.AddAsync(Coming.Day(300).At("10:00")).ReadAsync<EventDto>(HttpStatusCode.Created);
        var other = new GivenRegistration(service, door.Open.Given, later);
        await other.SetAsync(0, other.Wish(5)).ReadAsync();
        foreach (
            var registered in new[] { (await door.ATicketAsync()).Registration.Id, (await other.SomebodyRegistersAsync()).Registration.Id }
        )
            (await door.ScanAsync(GivenDoor.Guest() with { Id = registered })).Single().Problem!.Type.ShouldBe("/problems/scan-id-used");
        (await door.Helper.GetAsync(door.Lists).ReadAsync<IReadOnlyList<CheckInListDto>>()).Single().CheckedIn.ShouldBe(0);
    }

    [Fact]
    public async Task A_guest_who_was_taken_in_by_mistake_frees_the_seat_for_the_next()
    {
        var door = await GivenDoor.AnEventTodayAsync(service, capacity: 1);
        var guest = GivenDoor.Guest() with { WalkIn = new(Contracts.StakeholderGroup.MigrantOrganisation, "Frauentreff", "Kim Muster") };
        var came = (await door.ScanAsync(guest)).Single();
        var (who, _) = await door.Open.SomebodyRegistersAsync();
        (await door.Open.Given.Coordinator.DeleteAsync($"{door.Lists}/{door.List.Id}/people/{came.RegistrationId}")).StatusCode.ShouldBe(
            HttpStatusCode.NoContent
        );
        (await door.Open.MineAsync(who)).State.ShouldBe(RegistrationState.Offered);
        (await door.ScanAsync(guest)).Single().Problem!.Type.ShouldBe("/problems/not-a-participant", "sent again it changes nothing");
        (
            await Database.ExecuteAsync(service.AdminConnection, $"select count(*) from consents where about = '{came.RegistrationId}'")
        ).ShouldBe(0L, "nobody was known who could take back a consent");
    }

    [Fact]
    public async Task Guests_at_several_doors_at_once_get_in_where_nobody_had_to_register()
    {
        var given = await Given.AMandateAsync(service);
        var open = new GivenRegistration(
            service,
            given,
            await given.AddAsync(GivenDoor.Soon()).ReadAsync<EventDto>(HttpStatusCode.Created)
        );
        var doors = new List<GivenDoor>();
        foreach (var name in new[] { "Nord", "Ost", "Süd", "West" })
            doors.Add(new(service, open, await GivenDoor.AListAsync(open, name)));
        var answers = await Task.WhenAll(
            doors.SelectMany(door => Enumerable.Range(0, 3).Select(_ => door.ScanAsync(GivenDoor.Guest(), GivenDoor.Guest())))
        );
        answers.SelectMany(results => results).Count(result => result.Outcome == ScanOutcome.CheckedIn).ShouldBe(24);
    }

    [Fact]
    public async Task What_is_no_scan_is_refused_and_not_a_failure()
    {
        var door = await GivenDoor.AnEventTodayAsync(service);
        await door
            .Helper.SendAsync(HttpMethod.Post, $"{door.Lists}/{door.List.Id}/scans", new { items = new object?[] { null } })
            .ProblemAsync(400, "unreadable-request");
    }
}
