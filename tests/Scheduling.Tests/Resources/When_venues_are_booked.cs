using System.Net;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Programme.Plans;
using Integrationskonzept.Scheduling.Resources.Shared;
using Integrationskonzept.Scheduling.Resources.Venues;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Resources;

public sealed class When_venues_are_booked(SchedulingService service)
{
    [Fact]
    public async Task A_plan_finds_one_for_every_event_and_its_price_is_the_cost()
    {
        var given = await Given.AMandateAsync(service);
        var venue = await given.AVenueAsync();
        var moderator = await given.AModeratorAsync();
        var plan = await given.APlanWithRoomsAsync();
        plan.Events.ShouldAllBe(row =>
            row.VenueId == venue.Id && row.Venue == "Raum 1" && row.ModeratorId == moderator.Id && row.Participants == 40
        );
        plan.Cost.ShouldBe(700 + 12 * 400);

        var alternatives = await given.Participant.GetAsync($"{given.Api}/plans/{plan.Id}/alternatives").ReadAsync<PlanAlternatives>();
        alternatives.Events.Select(row => row.EventId).ShouldBe(plan.Events.Select(row => row.Id));
        alternatives.Events.ShouldAllBe(row =>
            row.Alternatives.Count == 3 && row.Alternatives.All(other => other.VenueId == venue.Id && other.CostDifference == 0)
        );

        var confirmed = await given.ConfirmAsync(plan).ReadAsync<PlanDto>();
        (await BookingsAsync(given)).ShouldBe(26);
        (await given.EventAsync(confirmed.Events[1].Id)).ShouldSatisfyAllConditions(
            row => row.VenueId.ShouldBe(venue.Id),
            row => row.ModeratorId.ShouldBeNull()
        );
        // all its events are past by now
        (await given.Coordinator.DeleteAsync($"{given.Api}/venues/{venue.Id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Cancelling_releases_and_moving_takes_it_along()
    {
        var given = await Given.AMandateAsync(service);
        await given.AVenueAsync();
        await given.AModeratorAsync();
        var plan = await given.ConfirmAsync(await given.APlanWithRoomsAsync()).ReadAsync<PlanDto>();
        await given.CancelAsync(plan.Events[12].Id).ReadAsync<EventDto>();
        (await BookingsAsync(given)).ShouldBe(24);

        var row = await given.EventAsync(plan.Events[1].Id);
        await given.RescheduleAsync(row.Id, "2022-10-13", row.Version).ReadAsync<EventDto>(); // 14:00 to 18:00
        (
            (long)
                (
                    await Database.ExecuteAsync(
                        service.AdminConnection,
                        $"select count(*) from bookings where event_id = '{row.Id}' and starts_at = '2022-10-13 12:00+00'"
                    )
                )!
        ).ShouldBe(2);
        (await BookingsAsync(given)).ShouldBe(24);
    }

    [Fact]
    public async Task By_hand_the_same_rules_hold()
    {
        var given = await Given.AMandateAsync(service);
        var (small, room) = (await given.AVenueAsync(GivenVenues.Room(10)), await given.AVenueAsync());
        var closed = await given.AVenueAsync(GivenVenues.Room() with { Closed = [new(new(2022, 10, 1), new(2022, 10, 31))] });
        var moderator = await given.AModeratorAsync();
        var plan = await given.APlanWithRoomsAsync();
        Task<HttpResponseMessage> ChangeAsync(Guid? venue, Guid? moderator = null, string start = "09:00", string end = "13:00") =>
            given.Coordinator.SendAsync(
                HttpMethod.Put,
                $"{given.Api}/plans/{plan.Id}/events/{plan.Events[1].Id}",
                new ChangePlannedEvent($"2022-10-13T{start}", $"2022-10-13T{end}", "Workshop", VenueId: venue, ModeratorId: moderator),
                plan.Version
            );

        await ChangeAsync(small.Id).ProblemAsync(422, "venue-too-small");
        await ChangeAsync(room.Id, start: "17:00", end: "21:00").ProblemAsync(422, "outside-opening-hours");
        await ChangeAsync(closed.Id).ProblemAsync(422, "outside-opening-hours");
        await ChangeAsync(Guid.CreateVersion7()).ProblemAsync(422, "venue-unknown");
        await ChangeAsync(null, Guid.CreateVersion7()).ProblemAsync(422, "moderator-unknown");
        (await ChangeAsync(room.Id, moderator.Id).ReadAsync<PlanDto>())
            .Events[1]
            .ShouldSatisfyAllConditions(row => row.Venue.ShouldBe("Raum 1"), row => row.Cost.ShouldBe(400));

        var other = await Given.AMandateAsync(service);
        await given.Coordinator.GetAsync($"{given.Api}/venues/{(await other.AVenueAsync()).Id}").ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task Of_two_landkreise_that_share_one_only_one_gets_it_and_neither_sees_who()
    {
        var (given, other) = (await Given.AMandateAsync(service), await Given.AMandateAsync(service));
        var shared = await service.ASharedVenueAsync(given.Tenant, other.Tenant);
        await given.AModeratorAsync();
        await other.AModeratorAsync();
        var (one, two) = (await given.APlanWithRoomsAsync(), await other.APlanWithRoomsAsync());
        one.Events.Concat(two.Events).ShouldAllBe(row => row.VenueId == shared.Id);

        var answers = await Task.WhenAll(given.ConfirmAsync(one), other.ConfirmAsync(two));
        answers.Select(answer => (int)answer.StatusCode).Order().ShouldBe([200, 409]);
        var loser = answers[0].StatusCode == HttpStatusCode.OK ? other : given;
        var winner = loser == other ? given : other;
        var problem = await Task.FromResult(answers.Single(answer => answer.StatusCode == HttpStatusCode.Conflict))
            .ProblemAsync(409, "venue-booked");
        problem.ToJsonString().ShouldNotContain(winner.Tenant);

        // Planned anew, both have their own times: at another time of the day, or on another day.
        var anew = await loser.ConfirmAsync(await loser.APlanWithRoomsAsync()).ReadAsync<PlanDto>();
        anew.Events.ShouldAllBe(row => row.VenueId == shared.Id);
        (await BookingsAsync(given) + await BookingsAsync(other)).ShouldBe(52);

        var third = await Given.AMandateAsync(service);
        (await third.Coordinator.GetAsync($"{third.Api}/venues/shared").ReadAsync())!.AsArray().ShouldBeEmpty();
        (await given.Coordinator.GetAsync($"{given.Api}/venues/shared").ReadAsync())
            .AsArray()
            .Single()!
            .ToJsonString()
            .ShouldNotContain(other.Tenant);
    }

    /// <summary>Past every check of the service: the database itself refuses.</summary>
    [Fact]
    public async Task The_database_refuses_a_second_booking()
    {
        var resource = Guid.CreateVersion7();
        Task BookAsync(string tenant, string from, string to) =>
            Database.ExecuteAsync(
                service.AdminConnection,
                $"""
                insert into bookings (id, tenant_slug, resource_id, event_id, starts_at, ends_at)
                values ('{Guid.CreateVersion7()}', '{tenant}', '{resource}', '{Guid.CreateVersion7()}', '2023-01-10 {from}+00',
                    '2023-01-10 {to}+00')
                """
            );
        await BookAsync("eins", "08:00", "12:00");
        await BookAsync("zwei", "12:00", "16:00"); // one ends when the other begins
        (await Should.ThrowAsync<Npgsql.PostgresException>(() => BookAsync("drei", "11:00", "13:00"))).ConstraintName.ShouldBe(
            "ex_bookings_overlap"
        );
    }

    [Fact]
    public async Task They_are_kept_by_those_who_may()
    {
        var given = await Given.AMandateAsync(service);
        var venue = await given.AVenueAsync();
        var url = $"{given.Api}/venues/{venue.Id}";
        await given.Coordinator.SendAsync(HttpMethod.Put, url, GivenVenues.Room(80)).ProblemAsync(428, "if-match-missing");
        await given.Coordinator.SendAsync(HttpMethod.Put, url, GivenVenues.Room(80), 7).ProblemAsync(412, "changed-meanwhile");
        (await given.Coordinator.SendAsync(HttpMethod.Put, url, GivenVenues.Room(80), 1).ReadAsync<VenueDto>()).ShouldSatisfyAllConditions(
            row => row.Capacity.ShouldBe(80),
            row => row.Version.ShouldBe(2),
            row => row.Equipment.ShouldBe(["Beamer", "stufenlos"])
        );
        await given.Moderator.SendAsync(HttpMethod.Put, url, GivenVenues.Room(80), 2).ProblemAsync(403, "forbidden");
        await given.Moderator.GetAsync($"{given.Api}/moderators").ProblemAsync(403, "forbidden"); // names are for coordinators
        await given.Coordinator.SendAsync(HttpMethod.Post, $"{given.Api}/venues", GivenVenues.Room(0)).ProblemAsync(400, "validation");
        await given
            .Coordinator.SendAsync(
                HttpMethod.Post,
                $"{given.Api}/venues",
                GivenVenues.Room() with
                {
                    Hours = [new(DayOfWeek.Monday, new(9, 0), new(8, 0))],
                }
            )
            .ProblemAsync(400, "validation");
        await given
            .Coordinator.SendAsync(HttpMethod.Post, "/api/v1/operations/scheduling/shared-venues", GivenVenues.Room())
            .ProblemAsync(403, "forbidden");
        await service
            .AsOperator()
            .SendAsync(
                HttpMethod.Post,
                "/api/v1/operations/scheduling/shared-venues",
                new SharedVenueDetails(GivenVenues.Room(), ["nirgendwo"])
            )
            .ProblemAsync(422, "shared-with-unknown");
        (await given.Participant.GetAsync($"{given.Api}/venues").ReadAsync<Page<VenueDto>>()).Items.Single().Id.ShouldBe(venue.Id);
        (await given.Coordinator.SendAsync(HttpMethod.Delete, url, null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await given.Participant.GetAsync(url).ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task A_need_that_nobody_meets_is_named()
    {
        var given = await Given.AMandateAsync(service);
        await given.AVenueAsync(GivenVenues.Room(10));
        await given.AModeratorAsync();
        var problem = await given.ProposeAsync(GivenVenues.Terms(given.Mandate.AggregateId)).ProblemAsync(422, "plan-does-not-fit");
        problem["conflict"]!.AsArray().Select(row => row!["rule"]!.GetValue<string>()).ShouldBe(["venue-capacity"]);
        problem["remedies"]!.AsArray().Select(row => row!.GetValue<string>()).ShouldBe(["venue-capacity"]);
        problem["detail"]!.GetValue<string>().ShouldContain("einen größeren Ort nennen");
    }

    async Task<long> BookingsAsync(Given given) =>
        (long)
            (await Database.ExecuteAsync(service.AdminConnection, $"select count(*) from bookings where tenant_slug = '{given.Tenant}'"))!;
}
