using System.Net;
using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling.Attendance.Polls;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Resources.Venues;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Events;

/// <summary>Or taken: events beside the plan book like those of a plan, and no more people register than there is room for.</summary>
public sealed class When_a_room_is_too_small(SchedulingService service)
{
    static readonly DateOnly Wednesday = Coming.Weekday(DayOfWeek.Wednesday, 200);
    static readonly DateOnly Thursday = Wednesday.AddDays(1);
    static readonly DateOnly Saturday = Wednesday.AddDays(3);

    [Fact]
    public async Task Registration_has_no_more_seats_than_the_room_that_is_booked()
    {
        var (open, _) = await ARoomOf60Async();
        var problem = await open.SetAsync(0, open.Wish(61)).ProblemAsync(422, "capacity-exceeds-venue");
        (problem["capacity"]!.GetValue<int>(), problem["venueCapacity"]!.GetValue<int>()).ShouldBe((61, 60));
        await open.Given.Coordinator.GetAsync($"{open.Api}/registration").ProblemAsync(404, "registration-not-set-up");
        await open.SetAsync(0, open.Wish(60)).ReadAsync();
        await open.SetAsync(1, open.Wish(61)).ProblemAsync(422, "capacity-exceeds-venue");
        (await open.Given.Coordinator.GetAsync($"{open.Api}/registration").ReadAsync<RegistrationSettingsDto>()).ShouldSatisfyAllConditions(
            row => row.Capacity.ShouldBe(60),
            row => row.Version.ShouldBe(1)
        );
    }

    [Fact]
    public async Task An_event_with_more_seats_is_neither_moved_there_nor_confirmed()
    {
        var (open, venue) = await ARoomOf60Async();
        await open.SetAsync(0, open.Wish(50)).ReadAsync();
        var small = await open.Given.AVenueAsync(GivenVenues.Room(49) with { Name = "Raum 2" });
        await MoveAsync(open, small.Id).ProblemAsync(422, "capacity-exceeds-venue");
        (await open.Given.EventAsync(open.Event.Id)).ShouldSatisfyAllConditions(
            row => row.VenueId.ShouldBe(venue.Id),
            row => row.Venue.ShouldBe("Raum 1")
        );

        await open
            .Given.Coordinator.SendAsync(HttpMethod.Put, $"{open.Given.Api}/venues/{venue.Id}", GivenVenues.Room(49), venue.Version)
            .ReadAsync();
        await ConfirmAsync(open).ProblemAsync(422, "capacity-exceeds-venue");
        await open.SetAsync(1, open.Wish(49)).ReadAsync();
        (await ConfirmAsync(open).ReadAsync<EventDto>()).State.ShouldBe(EventState.Confirmed);
    }

    /// <summary>Seats of a hybrid event are also for those who join online.</summary>
    [Fact]
    public async Task Who_joins_online_needs_no_room_until_all_must_come()
    {
        var (open, _) = await ARoomOf60Async();
        await DescribeAsync(open, new() { Title = "Anhörung", Mode = EventMode.Hybrid }).ReadAsync();
        await open.SetAsync(0, open.Wish(200)).ReadAsync();
        await DescribeAsync(open, new() { Title = "Anhörung" }).ProblemAsync(422, "capacity-exceeds-venue");
    }

    /// <summary>Nobody knows how many it holds: what the coordinator says of the registration counts.</summary>
    [Fact]
    public async Task A_place_in_words_sets_no_limit_and_gives_up_the_room()
    {
        var (open, venue) = await ARoomOf60Async();
        (await DescribeAsync(open, new() { Title = "Anhörung" }).ReadAsync<EventDto>()).ShouldSatisfyAllConditions(
            row => row.VenueId.ShouldBe(venue.Id),
            row => row.Venue.ShouldBe("Raum 1")
        );
        (await DescribeAsync(open, new() { Title = "Anhörung", Venue = "Stadthalle" }).ReadAsync<EventDto>()).ShouldSatisfyAllConditions(
            row => row.VenueId.ShouldBeNull(),
            row => row.Venue.ShouldBe("Stadthalle")
        );
        await open.SetAsync(0, open.Wish(5000)).ReadAsync();
        (await open.Given.Coordinator.DeleteAsync($"{open.Given.Api}/venues/{venue.Id}")).StatusCode.ShouldBe(
            HttpStatusCode.NoContent,
            "it is booked no more"
        );
    }

    [Fact]
    public async Task A_venue_on_file_always_says_how_many_it_holds()
    {
        var given = await Given.AMandateAsync(service);
        foreach (
            var wrong in new object[]
            {
                new { name = "Raum" },
                new { name = "Raum", capacity = (int?)null },
                new { name = "Raum", capacity = 0 },
            }
        )
            (await given.Coordinator.SendAsync(HttpMethod.Post, $"{given.Api}/venues", wrong)).StatusCode.ShouldBe(
                HttpStatusCode.BadRequest
            );
    }

    [Fact]
    public async Task A_room_that_is_taken_is_neither_added_nor_decided_for()
    {
        var given = await Given.AMandateAsync(service);
        var others = await Given.AMandateAsync(service);
        var shared = await service.ASharedVenueAsync(given.Tenant, others.Tenant);
        var poll = await given
            .Coordinator.SendAsync(
                HttpMethod.Post,
                $"{given.Api}/polls",
                new OpenPoll
                {
                    MandateId = given.Mandate.AggregateId,
                    Kind = EventKind.Hearing,
                    Title = "Anhörung",
                    Deadline = Wednesday.AddDays(-12).InBerlin(14),
                    Options =
                    [
                        new(Wednesday.At("14:00"), Wednesday.At("15:00")),
                        new(Wednesday.At("16:00"), Wednesday.At("17:00")),
                        new(Saturday.At("16:00"), Saturday.At("17:00")),
                    ],
                }
            )
            .ReadAsync<PollDto>(HttpStatusCode.Created);
        Task<HttpResponseMessage> DecideAsync(int option, Guid? venue) =>
            given.Coordinator.SendAsync(
                HttpMethod.Post,
                $"{given.Api}/polls/{poll.Id}/decide",
                new DecidePoll(option, venue),
                poll.Version
            );
        await others.AddAsync(Wednesday.At("14:30"), wish => wish with { VenueId = shared.Id }).ReadAsync<EventDto>(HttpStatusCode.Created);

        await DecideAsync(1, shared.Id).ProblemAsync(409, "venue-booked");
        await DecideAsync(3, shared.Id).ProblemAsync(422, "outside-opening-hours"); // a Saturday
        await DecideAsync(2, Guid.CreateVersion7()).ProblemAsync(422, "venue-unknown");
        (await given.Participant.GetAsync($"{given.Api}/polls/{poll.Id}").ReadAsync<PollDto>()).State.ShouldBe(PollState.Open);
        var decided = await DecideAsync(2, shared.Id).ReadAsync<PollDto>();
        (await given.EventAsync(decided.EventId!.Value)).ShouldSatisfyAllConditions(
            row => row.Venue.ShouldBe("Raum 1"),
            row => row.VenueId.ShouldBe(shared.Id)
        );
        await others
            .AddAsync(Thursday.At("16:30"), wish => wish with { VenueId = shared.Id, Start = Thursday.At("06:00") })
            .ProblemAsync(422, "outside-opening-hours");
    }

    async Task<(GivenRegistration Open, VenueDto Venue)> ARoomOf60Async()
    {
        var given = await Given.AMandateAsync(service);
        var venue = await given.AVenueAsync();
        var row = await given
            .AddAsync(Wednesday.At("14:00"), wish => wish with { VenueId = venue.Id })
            .ReadAsync<EventDto>(HttpStatusCode.Created);
        (row.Venue, row.VenueId).ShouldBe(("Raum 1", venue.Id));
        return (new(service, given, row), venue);
    }

    static async Task<HttpResponseMessage> DescribeAsync(GivenRegistration open, DescribeEvent wish) =>
        await open.Given.Coordinator.SendAsync(
            HttpMethod.Put,
            $"{open.Given.Api}/events/{open.Event.Id}",
            wish,
            (await open.Given.EventAsync(open.Event.Id)).Version
        );

    static async Task<HttpResponseMessage> MoveAsync(GivenRegistration open, Guid venue) =>
        await open.Given.Coordinator.SendAsync(
            HttpMethod.Post,
            $"{open.Api}/reschedule",
            new RescheduleEvent(Thursday.At("14:00"), Thursday.At("15:00"), "Der Raum ist belegt.", VenueId: venue),
            (await open.Given.EventAsync(open.Event.Id)).Version
        );

    static Task<HttpResponseMessage> ConfirmAsync(GivenRegistration open) =>
        open.Given.Coordinator.SendAsync(HttpMethod.Post, $"{open.Api}/confirm", null);
}
