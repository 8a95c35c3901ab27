using Integrationskonzept.Planning.Observances;

namespace Integrationskonzept.Planning.Tests;

public sealed class When_the_day_of_an_event_is_explained
{
    static IReadOnlyList<string> Of(PlanRequest request, IReadOnlyList<ProposedEvent> plan, int index) =>
        [.. new Reasons(request, plan).Of(index).Select(reason => reason.De)];

    [Fact]
    public void The_kickoff_follows_the_preparation_and_a_workshop_has_its_time()
    {
        var plan = GivenRequest.Vl320.Proposal().Events;
        Of(GivenRequest.Vl320, plan, 0)
            .ShouldBe(["Die Vorbereitung dauert bis 07.10.2022; der erste freie Tag danach ist der 10.10.2022."]);
        var first = Of(GivenRequest.Vl320, plan, 1);
        first[0].ShouldStartWith("Dafür ist vom 11.10.2022 bis zum 10.12.2022 Zeit, ohne ");
        first[0].ShouldContain("Herbstferien");
        first[1].ShouldBe("An diesem Tag sind die Termine gleichmäßig über die freien Tage verteilt.");
        Enumerable.Range(0, plan.Count).ShouldAllBe(index => Of(GivenRequest.Vl320, plan, index).All(text => text.EndsWith('.')));
    }

    [Fact]
    public void A_religious_day_that_is_avoided_is_named()
    {
        var request = GivenRequest.Vl320 with { Observances = ObservanceCalendar.Choose(null) };
        var plan = request.Proposal().Events;
        var named = Enumerable
            .Range(0, plan.Count)
            .SelectMany(index => Of(request, plan, index))
            .Where(text => text.StartsWith("Am ", StringComparison.Ordinal));
        named.ShouldContain(text =>
            ObservanceCalendar.All.SelectMany(file => file.Days).Any(day => text.EndsWith($"ist {day.De}.", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void What_is_booked_and_what_was_set_by_hand_is_told_apart()
    {
        var request = GivenRequest.WithRooms with { Moderators = [GivenRequest.Moderator] };
        var plan = request.Proposal().Events.ToList();
        var wished = plan[1].Day;
        var booked = request with { Taken = [new(GivenRequest.Moderator.Id, wished, new(0, 0), new(23, 0))] };
        var moved = booked.Proposal().Events;
        moved[1].Day.ShouldNotBe(wished);
        Of(booked, moved, 1)[^1].ShouldBe($"Am {wished:dd.MM.yyyy} ist kein passender Raum oder keine Moderation frei.");

        plan[1] = plan[1] with { Day = moved[1].Day };
        Of(request, plan, 1)[^1].ShouldContain("von Hand gesetzt");
        plan[2] = plan[2] with { Day = wished };
        Of(request, plan, 1)[^1].ShouldContain($"zu nah an „{plan[2].Title}“");
    }

    [Fact]
    public void Blocked_days_and_other_events_in_its_time_are_counted()
    {
        var request = GivenRequest.Vl320 with
        {
            Unavailable = new HashSet<DateOnly> { new(2022, 11, 14) },
            Occupied = new HashSet<DateOnly> { new(2022, 11, 15), new(2022, 11, 16) },
        };
        Of(request, request.Proposal().Events, 1)[0].ShouldEndWith("1 gesperrten Tag, 2 andere Termine.");
    }

    [Fact]
    public void Without_preparation_and_without_time_left_it_is_said_so()
    {
        var hasty = GivenRequest.Vl320 with { PreparationDays = 0 };
        Of(hasty, hasty.Proposal().Events, 0).ShouldBe(["Der erste freie Tag ist der 19.09.2022."]);

        // The kickoff was moved by hand to where the last topic area would begin after the deadline.
        var plan = GivenRequest.Vl320.Proposal().Events.ToList();
        plan[0] = plan[0] with { Day = new(2023, 2, 1) };
        Of(GivenRequest.Vl320, plan, plan.Count - 1)[0].ShouldBe("Frist oder Beschluss lassen dafür keine eigene Zeit mehr.");
    }
}
