using Integrationskonzept.Contracts;
using Integrationskonzept.Planning.Holidays;

namespace Integrationskonzept.Planning.Tests;

/// <summary>The programme of VL-320/2022 as the planner gets it, with rooms and moderators where they are asked for.</summary>
static class GivenRequest
{
    public static readonly PlanRequest Vl320 = new()
    {
        TopicAreas = Tests.Vl320.TopicAreas,
        Programme = Tests.Vl320.Programme,
        MonthsPerTopicArea = 2,
        Budget = 7000,
        From = new(2022, 9, 17),
        Deadline = new(2023, 9, 30),
        Holidays = HolidayCalendar.Find("DE-HE")!,
        Unavailable = new HashSet<DateOnly>(),
    };

    public static readonly IReadOnlyDictionary<EventKind, Need> Needs = new Dictionary<EventKind, Need>
    {
        [EventKind.Kickoff] = new()
        {
            Participants = 120,
            Equipment = ["beamer"],
            Moderated = true,
        },
        [EventKind.Workshop] = new()
        {
            Participants = 25,
            Moderated = true,
            Skills = ["open-space"],
            Languages = ["de", "en"],
        },
    };

    public static PlanResource Hall { get; } = Venue("Halle", 200, "beamer");
    public static PlanResource Room { get; } = Venue("Raum", 30);
    public static PlanResource Moderator { get; } = Person("Moderation A");

    public static PlanRequest WithRooms =>
        Vl320 with
        {
            Needs = Needs,
            Venues = [Hall, Room],
            Moderators = [Moderator, Person("Moderation B")],
        };

    public static PlanResource Venue(string name, int capacity, params string[] equipment) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Name = name,
            Capacity = capacity,
            Offers = equipment.ToHashSet(),
            Hours = Weekdays(8, 20),
            Price = new(capacity, 2 * capacity),
        };

    public static PlanResource Person(string name, params string[] languages) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Name = name,
            Offers = new HashSet<string> { "open-space" },
            Languages = (languages.Length == 0 ? ["de", "en"] : languages).ToHashSet(),
            Hours = Weekdays(8, 18),
            Price = new(300, 600),
        };

    public static IReadOnlyList<WeeklyHours> Weekdays(int from, int to) =>
        [
            .. Enum.GetValues<DayOfWeek>()
                .Where(day => day is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                .Select(day => new WeeklyHours(day, new(from, 0), new(to, 0))),
        ];

    public static PlanProposal Proposal(this PlanRequest request) => Planner.Propose(request).ShouldBeOfType<PlanProposal>();

    /// <summary>The codes of the rules that can't be kept together.</summary>
    public static IReadOnlyList<string> Conflict(this PlanRequest request)
    {
        var refusal = Planner.Propose(request).ShouldBeOfType<PlanRefusal>();
        refusal.Why.Code.ShouldBe("plan-does-not-fit");
        return
        [
            .. System
                .Text.Json.JsonSerializer.SerializeToNode(refusal.Why.Extensions["conflict"])!
                .AsArray()
                .Select(row => row!["Rule"]!.GetValue<string>()),
        ];
    }
}
