using Integrationskonzept.Planning.Observances;

namespace Integrationskonzept.Planning.Tests;

public sealed class When_a_plan_has_preferences
{
    [Fact]
    public void Religious_days_are_avoided_where_that_is_possible_and_only_then()
    {
        var heedless = GivenRequest.Vl320.Proposal();
        heedless.Events.Select(row => row.Day).ShouldContain(day => ObservanceCalendar.Choose(null).Weight(day) > 0);
        var heedful = (GivenRequest.Vl320 with { Observances = ObservanceCalendar.Choose(null) }).Proposal();
        heedful.Events.ShouldAllBe(row => ObservanceCalendar.Choose(null).Weight(row.Day) < 10);

        // Nothing but Yom Kippur is left: then it is taken.
        var only = GivenRequest.Vl320 with
        {
            Programme = [new(Contracts.EventKind.Kickoff, "Auftakt", 1, 1, 0)],
            Observances = ObservanceCalendar.Choose(["jewish"]),
            PreparationDays = 0,
            From = new(2023, 9, 25),
            Deadline = new(2023, 9, 25),
        };
        only.Proposal().Events.Single().Day.ShouldBe(new DateOnly(2023, 9, 25));
    }

    [Fact]
    public void The_same_request_always_leads_to_the_same_plan()
    {
        var request = GivenRequest.WithRooms with { Observances = ObservanceCalendar.Choose(null), StartTimes = [new(9, 0), new(13, 30)] };
        var first = request.Proposal();
        first.Proven.ShouldBeTrue();
        for (var round = 0; round < 3; round++)
            request.Proposal().Events.ShouldBe(first.Events);
    }

    [Fact]
    public void The_cheaper_of_two_is_taken()
    {
        var cheap = GivenRequest.Person("Moderation C") with { Price = new(100, 200) };
        var request = GivenRequest.WithRooms with { Moderators = [GivenRequest.Moderator, cheap] };
        request.Proposal().Events.ShouldAllBe(row => row.Moderator == cheap);
    }

    [Fact]
    public void Alternatives_leave_everything_else_as_it_is()
    {
        var request = GivenRequest.WithRooms with { Observances = ObservanceCalendar.Choose(null), MinDaysBetween = 3 };
        var plan = request.Proposal().Events;
        for (var index = 0; index < plan.Count; index++)
        {
            var others = Alternatives.Find(request, plan, index);
            others.Count.ShouldBe(3);
            others.Select(row => row.Event.Day).ShouldNotContain(plan[index].Day);
            others.Select(row => row.Points).ShouldBe(others.Select(row => row.Points).Order());
            foreach (var other in others)
            {
                Hessen.IsWorkingDay(other.Event.Day).ShouldBeTrue();
                if (index > 0)
                    (other.Event.Day.DayNumber - plan[index - 1].Day.DayNumber).ShouldBeGreaterThanOrEqualTo(3);
                if (index < 12)
                    (plan[index + 1].Day.DayNumber - other.Event.Day.DayNumber).ShouldBeGreaterThanOrEqualTo(3);
                (other.Event.Title, other.CostDifference).ShouldBe((plan[index].Title, other.Event.Cost - plan[index].Cost));
                other.Event.Venue.ShouldNotBeNull();
            }
        }
    }
}
