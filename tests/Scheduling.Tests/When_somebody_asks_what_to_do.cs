using System.Globalization;
using System.Net;
using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling.Attendance.Polls;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Programme.Plans;
using Integrationskonzept.ServiceDefaults.Tasks;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests;

public sealed class When_somebody_asks_what_to_do(SchedulingService service)
{
    static Task<IReadOnlyList<TaskDto>> TasksAsync(Given given, HttpClient who) => who.TasksAsync(given.Tenant, "scheduling");

    static Task<IReadOnlyList<TaskKind>> KindsAsync(Given given, HttpClient who) => who.TaskKindsAsync(given.Tenant, "scheduling");

    static async Task<TaskDto?> TaskAsync(Given given, HttpClient who, TaskKind kind) =>
        (await TasksAsync(given, who)).SingleOrDefault(task => task.Kind == kind);

    [Fact]
    public async Task A_mandate_is_to_be_planned_then_the_plan_to_be_confirmed_then_events_to_be_held()
    {
        var given = await Given.AMandateAsync(service);
        var task = (await TasksAsync(given, given.Coordinator)).ShouldHaveSingleItem();
        (task.Kind, task.Title, task.Subject).ShouldBe(
            (TaskKind.ProposePlan, "Termine planen: Auftrag VL-320/2022", new(TaskSubjectType.Mandate, given.Mandate.AggregateId))
        );

        var plan = await given.AProposalAsync();
        var second = await given.AProposalAsync();
        (await TasksAsync(given, given.Coordinator))
            .Select(row => (row.Kind, row.Subject.Id))
            .ShouldBe([(TaskKind.ConfirmPlan, plan.Id), (TaskKind.ConfirmPlan, second.Id)]);
        (await TasksAsync(given, given.Moderator)).ShouldBeEmpty("a moderator plans nothing");

        await given.ConfirmAsync(plan).ReadAsync<PlanDto>();
        (await KindsAsync(given, given.Coordinator)).ShouldNotContain(TaskKind.ConfirmPlan, "the other proposal has no chance any more");
        (await TasksAsync(given, given.Participant)).ShouldBeEmpty();
        var over = await TasksAsync(given, given.Moderator);
        over.ShouldAllBe(row => row.Kind == TaskKind.HoldEvent);
        (over.Count, over[0].Subject.Id, over[0].DueOn).ShouldBe(
            (13, plan.Events[0].Id, DateOnly.FromDateTime(plan.Events[0].Start.DateTime))
        );

        await given.HoldAsync(plan.Events[0].Id).ReadAsync<EventDto>();
        await given.CancelAsync(plan.Events[1].Id).ReadAsync<EventDto>();
        (await TasksAsync(given, given.Moderator)).Select(row => row.Subject.Id).ShouldBe(plan.Events.Skip(2).Select(row => row.Id));
    }

    [Fact]
    public async Task An_event_of_the_week_needs_a_place_and_where_there_are_moderators_one_of_them()
    {
        var given = await Given.AMandateAsync(service);
        var soon = await given.AddAsync(In(5)).ReadAsync<EventDto>(HttpStatusCode.Created);
        await given.AddAsync(In(12)).ReadAsync<EventDto>(HttpStatusCode.Created);
        var task = (await TaskAsync(given, given.Coordinator, TaskKind.FindVenue)).ShouldNotBeNull();
        (task.Title, task.Subject, task.DueOn).ShouldBe(
            ("Raum finden: Anhörung", new(TaskSubjectType.Event, soon.Id), DateOnly.FromDateTime(soon.Start.DateTime))
        );
        (await TaskAsync(given, given.Coordinator, TaskKind.FindModerator)).ShouldBeNull("they keep none on file");
        (await TaskAsync(given, given.Moderator, TaskKind.FindVenue)).ShouldBeNull("a moderator does not choose rooms");

        await given.AModeratorAsync();
        (await TaskAsync(given, given.Coordinator, TaskKind.FindModerator)).ShouldNotBeNull().Subject.Id.ShouldBe(soon.Id);
        await given
            .Coordinator.SendAsync(
                HttpMethod.Put,
                $"{given.Api}/events/{soon.Id}",
                new DescribeEvent { Title = "Anhörung", Venue = "Kreishaus" },
                soon.Version
            )
            .ReadAsync<EventDto>();
        (await TaskAsync(given, given.Coordinator, TaskKind.FindVenue)).ShouldBeNull();
    }

    [Fact]
    public async Task An_event_online_needs_no_place()
    {
        var given = await Given.AMandateAsync(service);
        var soon = await given.AddAsync(In(3)).ReadAsync<EventDto>(HttpStatusCode.Created);
        await given
            .Coordinator.SendAsync(
                HttpMethod.Put,
                $"{given.Api}/events/{soon.Id}",
                new DescribeEvent { Title = "Anhörung", Mode = EventMode.Online },
                soon.Version
            )
            .ReadAsync<EventDto>();
        (await TaskAsync(given, given.Coordinator, TaskKind.FindVenue)).ShouldBeNull();
    }

    [Fact]
    public async Task Registrations_are_to_be_approved_and_an_offer_to_be_accepted_by_the_one_who_has_it()
    {
        var open = await GivenRegistration.OpenAsync(service, 1, wish => wish with { NeedsApproval = true });
        var given = open.Given;
        var (first, pending) = await open.SomebodyRegistersAsync();
        var (second, _) = await open.SomebodyRegistersAsync();
        var task = (await TaskAsync(given, given.Moderator, TaskKind.ApproveRegistrations)).ShouldNotBeNull();
        (task.Subject.Id, task.Count, task.DueOn).ShouldBe((open.Event.Id, 1, DateOnly.FromDateTime(open.Event.Start.DateTime)));
        (await TasksAsync(given, first)).ShouldBeEmpty("who waits has nothing to do");

        await open.DoAsync(given.Moderator, pending, "approve").ReadAsync<RegistrationDto>();
        (await TaskAsync(given, given.Moderator, TaskKind.ApproveRegistrations)).ShouldBeNull();
        await open.WithdrawAsync(first, pending).ReadAsync();
        var next = await open.MineAsync(second);
        await open.DoAsync(given.Moderator, next, "approve").ReadAsync<RegistrationDto>();

        var offer = (await TasksAsync(given, second)).ShouldHaveSingleItem();
        (offer.Kind, offer.Subject).ShouldBe((TaskKind.AcceptOffer, new(TaskSubjectType.Registration, next.Id, open.Event.Id)));
        offer.DueOn.ShouldNotBeNull();
        (await TasksAsync(given, first)).ShouldBeEmpty();
        await open.DoAsync(second, next, "accept").ReadAsync<RegistrationDto>();
        (await TasksAsync(given, second)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_poll_is_to_be_answered_by_each_and_decided_when_it_is_over()
    {
        var given = await Given.AMandateAsync(service);
        var (until, first, second) = (Coming.Day(40), Coming.Day(50), Coming.Day(51));
        var poll = await given
            .Coordinator.SendAsync(
                HttpMethod.Post,
                $"{given.Api}/polls",
                new OpenPoll
                {
                    MandateId = given.Mandate.AggregateId,
                    Kind = EventKind.Hearing,
                    Title = "Anhörung",
                    Deadline = until.InBerlin(12),
                    Options = [new(first.At("18:00"), first.At("20:00")), new(second.At("18:00"), second.At("20:00"))],
                }
            )
            .ReadAsync<PollDto>(HttpStatusCode.Created);
        var task = (await TasksAsync(given, given.Participant)).ShouldHaveSingleItem();
        (task.Kind, task.Subject.Id, task.DueOn).ShouldBe((TaskKind.AnswerPoll, poll.Id, until));
        (await TaskAsync(given, given.Coordinator, TaskKind.DecidePoll)).ShouldBeNull("people still answer");

        await given
            .Participant.SendAsync(
                HttpMethod.Put,
                $"{given.Api}/polls/{poll.Id}/answers/mine",
                new AnswerPoll(new() { [1] = Availability.Yes })
            )
            .ReadAsync<PollAnswerDto>();
        (await TasksAsync(given, given.Participant)).ShouldBeEmpty();
        (await KindsAsync(given, service.As(given.Tenant, "participant"))).ShouldBe([TaskKind.AnswerPoll], "somebody else has not");

        await service.EndPollAsync(poll.Id, TimeSpan.FromSeconds(1));
        (await TasksAsync(given, service.As(given.Tenant, "participant"))).ShouldBeEmpty();
        (await TaskAsync(given, given.Coordinator, TaskKind.DecidePoll)).ShouldNotBeNull().Subject.Id.ShouldBe(poll.Id);
        await given.Coordinator.SendAsync(HttpMethod.Post, $"{given.Api}/polls/{poll.Id}/withdraw", null).ReadAsync<PollDto>();
        (await TaskAsync(given, given.Coordinator, TaskKind.DecidePoll)).ShouldBeNull();
    }

    [Fact]
    public async Task Who_answered_by_the_link_in_a_mail_has_answered()
    {
        var given = await Given.AMandateAsync(service);
        var (poll, address) = (Guid.CreateVersion7(), Mailbox.NewAddress());
        await Database.ExecuteAsync(
            service.AdminConnection,
            $$"""
            insert into polls (tenant, id, version, mandate_id, kind, title, options, deadline, state)
            values ('{{given.Tenant}}', '{{poll}}', 1, '{{given.Mandate.AggregateId}}', 'Hearing', 'Anhörung', '[]', '{{Coming.Day(
                40
            ):yyyy-MM-dd}}', 'Open');
            insert into poll_invitations (tenant, id, version, poll_id, address, address_key, language, invited_at, subject)
            values ('{{given.Tenant}}', gen_random_uuid(), 1, '{{poll}}', '{{address}}', '{{address}}', 'De', now(), 'guest:1');
            insert into poll_answers (tenant, poll_id, subject, dates, answered_at)
            values ('{{given.Tenant}}', '{{poll}}', 'guest:1', '{}', now());
            """
        );
        var open = new GivenRegistration(service, given, null!);
        (await KindsAsync(given, open.Somebody(address))).ShouldBeEmpty();
        (await KindsAsync(given, open.Somebody(Mailbox.NewAddress()))).ShouldBe([TaskKind.AnswerPoll]);
    }

    [Fact]
    public async Task Nobody_is_told_of_another_landkreis()
    {
        var (given, other) = (await Given.AMandateAsync(service), await service.NewTenantAsync());
        var coordinator = service.As(other, "coordinator");
        (await coordinator.TasksAsync(other, "scheduling")).ShouldBeEmpty();
        await coordinator.GetAsync($"{given.Api}/tasks/scheduling").ProblemAsync(404, "not-found");
        await service.As(given.Tenant).GetAsync($"{given.Api}/tasks/scheduling").ProblemAsync(401, "unauthenticated");
    }

    /// <summary>Noon, in so many days.</summary>
    static string In(int days) =>
        TimeProvider.System.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd'T'12:00", CultureInfo.InvariantCulture);
}
