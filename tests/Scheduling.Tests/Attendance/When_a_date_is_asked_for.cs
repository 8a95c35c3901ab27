using System.Net;
using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling.Attendance.Polls;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Attendance;

public sealed class When_a_date_is_asked_for(SchedulingService service)
{
    static readonly DateOnly Tuesday = Coming.Weekday(DayOfWeek.Tuesday, 200);
    static readonly DateOnly Wednesday = Tuesday.AddDays(1);
    static readonly DateOnly Thursday = Tuesday.AddDays(2);

    static OpenPoll Wish(Given given) =>
        new()
        {
            MandateId = given.Mandate.AggregateId,
            Kind = EventKind.Hearing,
            Title = "Anhörung",
            Deadline = Tuesday.AddDays(-11).InBerlin(14),
            Venue = "Kreishaus",
            Options =
            [
                new(Wednesday.At("18:00"), Wednesday.At("20:00")),
                new(Tuesday.At("18:00"), Tuesday.At("20:00")),
                new(Thursday.At("18:00"), Thursday.At("20:00")),
            ],
        };

    static Task<HttpResponseMessage> OpenAsync(Given given, OpenPoll wish) =>
        given.Coordinator.SendAsync(HttpMethod.Post, $"{given.Api}/polls", wish);

    async Task<(Given Given, PollDto Poll)> APollAsync()
    {
        var given = await Given.AMandateAsync(service);
        return (given, await OpenAsync(given, Wish(given)).ReadAsync<PollDto>(HttpStatusCode.Created));
    }

    Task<HttpResponseMessage> AnswerAsync(Given given, PollDto poll, HttpClient? who, params (int, Availability)[] dates) =>
        (who ?? new GivenRegistration(service, given, null!).Somebody()).SendAsync(
            HttpMethod.Put,
            $"{given.Api}/polls/{poll.Id}/answers/mine",
            new AnswerPoll(dates.ToDictionary(date => date.Item1, date => date.Item2))
        );

    static Task<HttpResponseMessage> DecideAsync(Given given, PollDto poll, int option, int? version) =>
        given.Coordinator.SendAsync(HttpMethod.Post, $"{given.Api}/polls/{poll.Id}/decide", new DecidePoll(option), version);

    static Task<PollDto> ReadAsync(Given given, PollDto poll) =>
        given.Participant.GetAsync($"{given.Api}/polls/{poll.Id}").ReadAsync<PollDto>();

    [Fact]
    public async Task The_date_on_which_most_can_come_is_best_and_becomes_a_confirmed_event()
    {
        var (given, poll) = await APollAsync();
        poll.Options.Select(option => option.Start.Day).ShouldBe([Tuesday.Day, Wednesday.Day, Thursday.Day]);
        await AnswerAsync(given, poll, null, (1, Availability.Yes), (2, Availability.IfNeedBe), (3, Availability.No)).ReadAsync();
        await AnswerAsync(given, poll, null, (1, Availability.No), (2, Availability.Yes), (3, Availability.Yes)).ReadAsync();
        await AnswerAsync(given, poll, null, (1, Availability.No), (2, Availability.IfNeedBe)).ReadAsync();
        var counted = await ReadAsync(given, poll);
        (counted.Answers, counted.Best, counted.Options[1]).ShouldBe((3, 2, poll.Options[1] with { Yes = 1, IfNeedBe = 2 }));

        await DecideAsync(given, poll, 2, null).ProblemAsync(428, "if-match-missing");
        await DecideAsync(given, poll, 9, poll.Version).ProblemAsync(422, "poll-option-unknown");
        var decided = await DecideAsync(given, poll, 2, poll.Version).ReadAsync<PollDto>();
        var made = await given.EventAsync(decided.EventId!.Value);
        (made.State, made.Start, made.Venue, made.PlanId).ShouldBe((EventState.Confirmed, poll.Options[1].Start, "Kreishaus", null));
        (await service.Bus.WaitForAsync<EventScheduled>(given.Tenant)).Event.Confirmed.ShouldBeTrue();
        await DecideAsync(given, poll, 1, decided.Version).ProblemAsync(409, "poll-closed");
        await AnswerAsync(given, poll, null, (1, Availability.Yes)).ProblemAsync(409, "poll-closed");
    }

    [Fact]
    public async Task One_changes_and_takes_back_what_one_said()
    {
        var (given, poll) = await APollAsync();
        var who = new GivenRegistration(service, given, null!).Somebody();
        var mine = $"{given.Api}/polls/{poll.Id}/answers/mine";
        await who.GetAsync(mine).ProblemAsync(404, "not-found");
        await AnswerAsync(given, poll, who, (1, Availability.Yes)).ReadAsync();
        await AnswerAsync(given, poll, who, (1, Availability.No)).ReadAsync();
        (await who.GetAsync(mine).ReadAsync<PollAnswerDto>()).Dates[1].ShouldBe(Availability.No);
        ((await ReadAsync(given, poll)).Answers, (await ReadAsync(given, poll)).Options[0].No).ShouldBe((1, 1));
        await AnswerAsync(given, poll, who, (4, Availability.Yes)).ProblemAsync(422, "poll-option-unknown");
        (await who.DeleteAsync(mine)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await ReadAsync(given, poll)).Answers.ShouldBe(0);
    }

    [Fact]
    public async Task A_date_that_was_taken_meanwhile_leaves_the_poll_as_it_was()
    {
        var (given, poll) = await APollAsync();
        await given.AddAsync(Tuesday.At("09:00")).ReadAsync();
        await DecideAsync(given, poll, 1, poll.Version).ProblemAsync(409, "day-occupied");
        (await ReadAsync(given, poll)).ShouldSatisfyAllConditions(
            row => row.State.ShouldBe(PollState.Open),
            row => row.EventId.ShouldBeNull()
        );
        var both = await Task.WhenAll(DecideAsync(given, poll, 2, poll.Version), DecideAsync(given, poll, 3, poll.Version));
        both.Select(answer => answer.StatusCode).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed]);
    }

    [Fact]
    public async Task What_can_not_be_asked_is_refused()
    {
        var given = await Given.AMandateAsync(service);
        var wish = Wish(given);
        await OpenAsync(given, wish with { Deadline = GivenRegistration.Past }).ProblemAsync(422, "poll-deadline-past");
        await OpenAsync(given, wish with { Deadline = Tuesday.InBerlin(20) }).ProblemAsync(422, "poll-deadline-after-option");
        await OpenAsync(given, wish with { Title = " " }).ProblemAsync(400, "validation");
        await OpenAsync(given, wish with { Options = [wish.Options[0]] }).ProblemAsync(400, "validation");
        await OpenAsync(given, wish with { Options = [wish.Options[0], wish.Options[0]] }).ProblemAsync(400, "validation");
        var forward = Coming.ClocksForward(200);
        await OpenAsync(given, wish with { Options = [wish.Options[0], new(forward.At("02:30"), forward.At("04:00"))] })
            .ProblemAsync(422, "time-does-not-exist");
        await OpenAsync(given, wish with { MandateId = Guid.CreateVersion7() }).ProblemAsync(422, "mandate-unknown");
        await given.Participant.SendAsync(HttpMethod.Post, $"{given.Api}/polls", wish).ProblemAsync(403, "forbidden");
    }

    [Fact]
    public async Task It_is_extended_or_called_off_by_those_who_asked_and_seen_in_their_landkreis_alone()
    {
        var (given, poll) = await APollAsync();
        var other = await Given.AMandateAsync(service);
        await AnswerAsync(other, poll, null, (1, Availability.Yes)).ProblemAsync(404, "not-found");
        await DecideAsync(other, poll, 1, poll.Version).ProblemAsync(404, "not-found");

        Task<HttpResponseMessage> Extend(int? version) =>
            given.Moderator.SendAsync(
                HttpMethod.Put,
                $"{given.Api}/polls/{poll.Id}",
                new ChangePoll("Anhörung des Beirats", poll.Deadline.AddDays(3)),
                version
            );
        await Extend(null).ProblemAsync(428, "if-match-missing");
        var extended = await Extend(poll.Version).ReadAsync<PollDto>();
        (extended.Title, extended.Deadline).ShouldBe(("Anhörung des Beirats", poll.Deadline.AddDays(3)));
        await Extend(poll.Version).ProblemAsync(412, "changed-meanwhile");
        var withdrawn = await given
            .Moderator.SendAsync(HttpMethod.Post, $"{given.Api}/polls/{poll.Id}/withdraw", null)
            .ReadAsync<PollDto>();
        withdrawn.State.ShouldBe(PollState.Withdrawn);
        await Extend(withdrawn.Version).ProblemAsync(409, "poll-closed");
    }

    [Fact]
    public async Task A_date_that_is_over_can_not_be_chosen_any_more()
    {
        var (given, poll) = await APollAsync();
        // As many years ago as it takes, and a leap year, which has every day.
        await Database.ExecuteAsync(
            service.AdminConnection,
            $"update polls set options = replace(options::text, '{Tuesday.Year}', '2024')::jsonb where id = '{poll.Id}'"
        );
        await DecideAsync(given, poll, 1, poll.Version).ProblemAsync(422, "poll-option-past");
        (await ReadAsync(given, poll)).State.ShouldBe(PollState.Open);
    }
}
