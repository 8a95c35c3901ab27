using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Programme.Days;
using Integrationskonzept.Scheduling.Programme.Plans;
using Integrationskonzept.Scheduling.Resources.Occupied;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Resources;

public sealed class When_somebody_looks_for_a_free_time(SchedulingService service)
{
    const string Time = "occupied?from=2022-01-01&to=2022-12-31";

    [Fact]
    public async Task A_room_and_a_moderator_say_when_they_are_taken()
    {
        var given = await Given.AMandateAsync(service);
        var (venue, moderator) = (await given.AVenueAsync(), await given.AModeratorAsync());
        var plan = await given.ConfirmAsync(await given.APlanWithRoomsAsync()).ReadAsync<PlanDto>();
        var expected = plan.Events.Where(row => row.Start < new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.FromHours(1))).ToList();

        foreach (var url in new[] { $"venues/{venue.Id}", $"moderators/{moderator.Id}" })
        {
            var taken = await given.Coordinator.GetAsync($"{given.Api}/{url}/{Time}").ReadAsync<List<OccupiedTime>>();
            taken.Select(row => row.Start).ShouldBe(expected.Select(row => row.Start));
            taken.ShouldAllBe(row => row.EventId != null);
        }
        // When somebody works is nobody's business who does not plan with them.
        await given.Participant.GetAsync($"{given.Api}/moderators/{moderator.Id}/{Time}").ProblemAsync(403, "forbidden");

        var first = expected[0];
        await given.CancelAsync((await EventsAsync(given)).Single(row => row.Start == first.Start).Id).ReadAsync<EventDto>();
        (await given.Participant.GetAsync($"{given.Api}/venues/{venue.Id}/{Time}").ReadAsync<List<OccupiedTime>>()).Count.ShouldBe(
            expected.Count - 1
        );
    }

    [Fact]
    public async Task Of_others_events_nothing_is_told_but_that_the_time_is_taken()
    {
        var (given, other) = (await Given.AMandateAsync(service), await Given.AMandateAsync(service));
        var shared = await service.ASharedVenueAsync(given.Tenant, other.Tenant);
        await given.AModeratorAsync();
        await given.ConfirmAsync(await given.APlanWithRoomsAsync()).ReadAsync<PlanDto>();

        var taken = await other.Participant.GetAsync($"{other.Api}/venues/{shared.Id}/{Time}").ReadAsync<List<OccupiedTime>>();
        taken.ShouldNotBeEmpty();
        taken.ShouldAllBe(row => row.EventId == null);

        var own = await given.AVenueAsync();
        await other.Participant.GetAsync($"{other.Api}/venues/{own.Id}/{Time}").ProblemAsync(404, "not-found");
    }

    [Theory]
    [InlineData("from=2022-02-01&to=2022-01-01")]
    [InlineData("from=2022-01-01&to=2023-06-01")]
    [InlineData("from=9999-12-01")]
    public async Task A_period_that_is_none_is_refused(string period)
    {
        var given = await Given.AMandateAsync(service);
        var venue = await given.AVenueAsync();
        await given.Participant.GetAsync($"{given.Api}/venues/{venue.Id}/occupied?{period}").ProblemAsync(400, "validation");
        await given.Participant.GetAsync($"{given.Api}/days?{period}").ProblemAsync(400, "validation");
    }

    [Fact]
    public async Task Days_that_planning_minds_have_names()
    {
        var given = await Given.AMandateAsync(service);
        var days = await given.Participant.GetAsync($"{given.Api}/days?from=2023-10-01&to=2023-10-31").ReadAsync<SpecialDaysDto>();
        days.Days.ShouldContain(
            new SpecialDays(new(2023, 10, 3), new(2023, 10, 3), SpecialDayKind.PublicHoliday, "Tag der Deutschen Einheit")
        );
        days.Days.ShouldContain(row => row.Kind == SpecialDayKind.SchoolHolidays && row.Name == "Herbstferien");
        days.Days.ShouldContain(row => row.Kind == SpecialDayKind.Observance);
        days.HolidaysKnownUntil.ShouldNotBeNull();
    }

    static async Task<IReadOnlyList<EventDto>> EventsAsync(Given given) =>
        (await given.Participant.GetAsync($"{given.Api}/events?limit=100").ReadAsync<ServiceDefaults.Http.Page<EventDto>>()).Items;
}
