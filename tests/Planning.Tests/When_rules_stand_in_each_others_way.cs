using Integrationskonzept.Contracts;

namespace Integrationskonzept.Planning.Tests;

/// <summary>The answer names the smallest set of rules that can't be kept together, and nothing else.</summary>
public sealed class When_rules_stand_in_each_others_way
{
    static readonly PlanRequest Request = GivenRequest.WithRooms;

    [Fact]
    public void It_can_be_planned_as_long_as_none_does() => Request.Proposal().Events.Count.ShouldBe(13);

    [Fact]
    public void A_deadline_that_is_too_early_for_the_cadence() =>
        (GivenRequest.Vl320 with { Deadline = new(2023, 6, 30) }).Conflict().ShouldBe(["cadence", "deadline"]);

    [Fact]
    public void No_venue_is_large_enough() =>
        (Request with { Needs = Needing(EventKind.Kickoff, need => need with { Participants = 500 }) })
            .Conflict()
            .ShouldBe(["venue-capacity"]);

    [Fact]
    public void The_large_venue_lacks_equipment() =>
        (Request with { Needs = Needing(EventKind.Kickoff, need => need with { Equipment = ["dolmetschkabine"] }) })
            .Conflict()
            .ShouldBe(["venue-capacity", "venue-equipment"], ignoreOrder: true);

    [Fact]
    public void No_moderator_speaks_the_language() =>
        (Request with { Needs = Needing(EventKind.Workshop, need => need with { Languages = ["ti"] }) })
            .Conflict()
            .ShouldBe(["moderation", "moderator-languages"], ignoreOrder: true);

    [Fact]
    public void The_money_does_not_last_for_the_cheapest_venue_and_moderator() =>
        (Request with { Budget = 3000 }).Conflict().ShouldContain("budget");

    [Fact]
    public void Everybody_who_could_moderate_is_booked_elsewhere()
    {
        var booked = Request
            .Moderators.SelectMany(one =>
                Enumerable.Range(0, 500).Select(day => new Taken(one.Id, Request.From.AddDays(day), new(8, 0), new(18, 0)))
            )
            .ToList();
        (Request with { Taken = booked }).Conflict().ShouldBe(["moderation", "moderator-booked"], ignoreOrder: true);
    }

    [Fact]
    public void The_only_start_lies_outside_of_the_opening_hours() =>
        (Request with { StartTimes = [new(15, 0)], Programme = [new(EventKind.Workshop, "Workshop", 2, 0.5m, 0)] })
            .Conflict()
            .ShouldBe(["moderation", "moderator-hours"], ignoreOrder: true);

    [Fact]
    public void The_meeting_that_adopts_comes_too_early() =>
        (GivenRequest.Vl320 with { Deadline = null, LastBeforeAdoption = new(2023, 5, 1) }).Conflict().ShouldBe(["cadence", "adoption"]);

    [Fact]
    public void A_second_start_time_resolves_what_one_can_not()
    {
        var mornings = Request
            .Venues.SelectMany(one =>
                Enumerable.Range(0, 500).Select(day => new Taken(one.Id, Request.From.AddDays(day), new(8, 0), new(13, 0)))
            )
            .ToList();
        var workshops = Request with { Taken = mornings, Programme = [new(EventKind.Workshop, "Workshop", 6, 0.5m, 0)] };
        workshops.Conflict().ShouldContain("venue-booked");
        (workshops with { StartTimes = [new(9, 0), new(13, 30)] }).Proposal().Events.ShouldAllBe(row => row.Start == new TimeOnly(13, 30));
    }

    /// <summary>What is said to help, helps.</summary>
    [Fact]
    public void Each_remedy_is_one()
    {
        // Nothing is free in the first topic area's two months, whenever the kickoff is.
        var blocked = Enumerable.Range(0, 200).Select(day => new DateOnly(2022, 10, 13).AddDays(day)).ToHashSet();
        var request = GivenRequest.Vl320 with { Unavailable = blocked };
        var why = Planner.Propose(request).ShouldBeOfType<PlanRefusal>().Why;
        var remedies = ((IEnumerable<string>)why.Extensions["remedies"]!).ToList();
        remedies.ShouldBe(["blocked-dates", "cadence"], ignoreOrder: true);
        (request with { Unavailable = new HashSet<DateOnly>() }).Proposal();
    }

    /// <summary>The less work is allowed, the more may be named; never too little, and always the same.</summary>
    [Fact]
    public void With_little_work_the_conflict_may_not_be_the_smallest_and_says_so()
    {
        var request = Request with { Deadline = new(2023, 6, 30) };
        (bool Smallest, List<string> Rules) With(double work)
        {
            var why = Planner.Propose(request, work).ShouldBeOfType<PlanRefusal>().Why;
            why.Code.ShouldBe("plan-does-not-fit");
            var rules = System
                .Text.Json.JsonSerializer.SerializeToNode(why.Extensions["conflict"])!
                .AsArray()
                .Select(row => row!["Rule"]!.GetValue<string>())
                .ToList();
            return ((bool)why.Extensions["smallest"]!, rules);
        }

        var (enough, little) = (With(6), With(0.000_1));
        enough.Smallest.ShouldBeTrue();
        enough.Rules.ShouldBe(["cadence", "deadline"]);
        little.Smallest.ShouldBeFalse();
        enough.Rules.ShouldBeSubsetOf(little.Rules);
        little.Rules.Count.ShouldBeGreaterThan(2);
        With(0.000_1).Rules.ShouldBe(little.Rules);
        Planner
            .Propose(request, 0.000_1)
            .ShouldBeOfType<PlanRefusal>()
            .Why.Detail.De.ShouldContain("Vielleicht liegt es schon an einem Teil davon");
        Planner.Propose(request, 0).ShouldBeOfType<PlanRefusal>().Why.Code.ShouldBe("plan-not-found");
    }

    static Dictionary<EventKind, Need> Needing(EventKind kind, Func<Need, Need> but) =>
        GivenRequest.Needs.ToDictionary(pair => pair.Key, pair => pair.Key == kind ? but(pair.Value) : pair.Value);
}
