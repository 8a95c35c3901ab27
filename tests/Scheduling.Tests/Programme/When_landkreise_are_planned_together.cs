using System.Net;
using Integrationskonzept.Contracts;
using Integrationskonzept.Planning;
using Integrationskonzept.Planning.Tests;
using Integrationskonzept.Scheduling.Programme.PlanningRuns;
using Integrationskonzept.Scheduling.Programme.Plans;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Programme;

public sealed class When_landkreise_are_planned_together(SchedulingService service)
{
    const string Runs = "/api/v1/operations/scheduling/planning-runs";

    /// <summary>More than any run here needs: each ends by itself, where its work is done.</summary>
    static readonly TimeSpan Plenty = TimeSpan.FromSeconds(600);

    [Fact]
    public void No_two_have_the_same_venue_or_moderator_at_once()
    {
        var (venue, moderator) = (GivenRequest.Hall with { Shared = true, Capacity = 200 }, GivenRequest.Moderator with { Shared = true });
        var requests = Enumerable
            .Range(0, 4)
            .Select(number => new JointRequest(
                $"landkreis-{number}",
                GivenRequest.WithRooms with
                {
                    Venues = [venue],
                    Moderators = [moderator],
                    StartTimes = [new(9, 0), new(13, 30)],
                    Budget = 20_000,
                }
            ))
            .ToList();
        var reports = new List<JointProgress>();
        var clock = new ClockByHand();
        var outcomes = new JointPlanner(requests, clock).Plan(
            Plenty,
            progress =>
            {
                reports.Add(progress);
                if (progress.Done == 4)
                    clock.Now += Plenty / 3; // until one of them was planned better
            },
            CancellationToken.None
        );
        var events = outcomes.SelectMany(outcome => outcome.ShouldBeOfType<PlanProposal>().Events).ToList();
        events.Count.ShouldBe(52);
        foreach (var day in events.GroupBy(row => row.Day))
        foreach (var (one, next) in day.OrderBy(row => row.Start).Zip(day.OrderBy(row => row.Start).Skip(1)))
            one.End.ShouldBeLessThanOrEqualTo(next.Start);
        events.GroupBy(row => row.Day).ShouldContain(day => day.Count() > 1); // they do share days, or nothing was tested
        reports[^1].Done.ShouldBe(4);
        reports[^1].Points.ShouldBeGreaterThanOrEqualTo(reports[^1].Bound);
        reports.Select(row => row.Solutions).ShouldBe(reports.Select(row => row.Solutions).Order());
    }

    /// <summary>Whoever comes second finds nothing; only together there is a place for both.</summary>
    [Fact]
    public void Who_finds_no_place_is_planned_together_with_those_who_have_it()
    {
        var (flexible, narrow) = (new DateOnly(2023, 3, 13), new DateOnly(2023, 3, 14)); // a Monday and a Tuesday
        var venue = GivenRequest.Venue("Halle", 100) with { Shared = true, Hours = [] };
        PlanRequest On(params DateOnly[] days) =>
            GivenRequest.Vl320 with
            {
                Programme = [new(EventKind.Kickoff, "Auftakt", 1, 1, 0)],
                From = flexible.AddDays(-1),
                PreparationDays = 0,
                Deadline = new(2023, 3, 17),
                Venues = [venue],
                Needs = new Dictionary<EventKind, Need> { [EventKind.Kickoff] = new() { Participants = 50 } },
                Unavailable = Enumerable.Range(0, 10).Select(flexible.AddDays).Where(day => !days.Contains(day)).ToHashSet(),
            };
        var outcomes = new JointPlanner([new("weit", On(flexible, narrow)), new("eng", On(flexible))], TimeProvider.System).Plan(
            Plenty,
            _ => { },
            CancellationToken.None
        );
        outcomes.Select(outcome => outcome.ShouldBeOfType<PlanProposal>().Events.Single().Day).ShouldBe([narrow, flexible]);
    }

    /// <summary>
    /// The time passes whenever a plan is reported: one has its turn, one is caught up on, and for the third there is none left.
    /// </summary>
    [Fact]
    public void Who_is_not_reached_in_time_is_told_so()
    {
        var clock = new ClockByHand();
        var requests = Enumerable.Range(0, 3).Select(number => new JointRequest($"landkreis-{number}", GivenRequest.Vl320)).ToList();
        var reports = new List<JointProgress>();
        var outcomes = new JointPlanner(requests, clock).Plan(
            Plenty,
            progress =>
            {
                reports.Add(progress);
                clock.Now += TimeSpan.FromSeconds(400);
            },
            CancellationToken.None
        );
        outcomes[0].ShouldBeOfType<PlanProposal>();
        outcomes[1].ShouldBeOfType<PlanProposal>();
        outcomes[2].ShouldBeOfType<PlanRefusal>().Why.Code.ShouldBe("run-time-over");
        reports.Select(row => row.Done).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void Who_can_not_be_planned_alone_is_refused_and_the_others_are_planned()
    {
        var outcomes = new JointPlanner(
            [new("unmöglich", GivenRequest.WithRooms with { Budget = 1 }), new("möglich", GivenRequest.WithRooms)],
            TimeProvider.System
        ).Plan(Plenty, _ => { }, CancellationToken.None);
        outcomes[0].ShouldBeOfType<PlanRefusal>().Why.Code.ShouldBe("plan-does-not-fit");
        outcomes[1].ShouldBeOfType<PlanProposal>();
    }

    sealed class ClockByHand : TimeProvider
    {
        public TimeSpan Now { get; set; }
        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }

    [Fact]
    public async Task A_run_reports_and_leaves_each_landkreis_a_proposal()
    {
        using var spans = new Spans("Integrationskonzept.Planning");
        var (given, other) = (await Given.AMandateAsync(service), await Given.AMandateAsync(service));
        var idle = await service.NewTenantAsync();
        await service.ASharedVenueAsync(given.Tenant, other.Tenant);
        foreach (var one in new[] { given, other })
        {
            await one.AModeratorAsync();
            await one.APlanWithRoomsAsync();
        }
        var run = await StartAsync(given.Tenant, other.Tenant, idle).ReadAsync<PlanningRunDto>(HttpStatusCode.Created);
        (run.State, run.PlansTotal).ShouldBe((PlanningRunState.Queued, 3));
        var ended = await EndOfAsync(run.Id);
        ended.State.ShouldBe(PlanningRunState.Done, ended.Failure);
        ended
            .Parts.Select(part => part.Outcome)
            .ShouldBe([PlanningRunOutcome.Proposed, PlanningRunOutcome.Proposed, PlanningRunOutcome.NothingToPlan]);
        (ended.PlansDone, ended.Attempts).ShouldBe((3, 1));
        await Eventually.TrueAsync(() => Task.FromResult(spans.Outcomes(("run", run.Id)) is ["Done"]), "its span ended");

        // Made to fit each other, both can be confirmed.
        foreach (var (one, part) in new[] { given, other }.Zip(ended.Parts))
        {
            var plan = await one.Coordinator.GetAsync($"{one.Api}/plans/{part.PlanId}").ReadAsync<PlanDto>();
            plan.Events.Count.ShouldBe(13);
            await one.ConfirmAsync(plan).ReadAsync<PlanDto>();
        }
        await given.Coordinator.GetAsync($"{given.Api}/plans/{ended.Parts[1].PlanId}").ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task One_whose_process_died_is_taken_up_again_and_given_up_after_the_third_time()
    {
        var tenant = await service.NewTenantAsync();
        var (lost, hopeless) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        foreach (var (id, attempts) in new[] { (lost, 1), (hopeless, 3) })
            await Database.ExecuteAsync(
                service.AdminConnection,
                $$"""
                insert into planning_runs (id, version, state, parts, limit_seconds, created_at, started_at, heartbeat_at, attempts,
                    cancel_requested, solutions)
                values ('{{id}}', 2, 'Running', '[{"tenant":"{{tenant}}","outcome":"waiting"}]', 10, now() - interval '1 hour',
                    now() - interval '1 hour', now() - interval '1 hour', {{attempts}}, false, 0)
                """
            );
        var resumed = await EndOfAsync(lost);
        (resumed.State, resumed.Attempts).ShouldBe((PlanningRunState.Done, 2));
        var failed = await EndOfAsync(hopeless);
        failed.State.ShouldBe(PlanningRunState.Failed);
        failed.Failure.ShouldNotBeNull().ShouldContain("interrupted 3 times");
    }

    /// <summary>
    /// It ends after one has its proposal and before the other: who takes it up again gives each exactly one, of the same planning.
    /// </summary>
    [Fact]
    public async Task One_that_ended_while_it_proposed_goes_on_and_nobody_gets_two()
    {
        var (given, other) = (await Given.AMandateAsync(service), await Given.AMandateAsync(service));
        await given.AProposalAsync();
        await other.AProposalAsync();
        var name = $"stop_{Guid.CreateVersion7():n}";
        await Database.ExecuteAsync(
            service.AdminConnection,
            $"create function {name}() returns trigger language plpgsql as $$ begin raise exception 'stopped by a test'; end $$"
        );
        await Database.ExecuteAsync(
            service.AdminConnection,
            $"create trigger {name} before insert on plans for each row when (new.tenant = '{other.Tenant}') execute function {name}()"
        );
        var run = await StartAsync(given.Tenant, other.Tenant).ReadAsync<PlanningRunDto>(HttpStatusCode.Created);
        await Eventually.TrueAsync(async () => await PlansAsync(given) == 2, "the first has its proposal");
        var half = await RunAsync(run.Id);
        await Eventually.TrueAsync(
            async () => (half = await RunAsync(run.Id)).Parts[0].Outcome == PlanningRunOutcome.Proposed,
            "that is on record"
        );
        (half.State, half.Parts[1].Outcome).ShouldBe((PlanningRunState.Running, PlanningRunOutcome.Planned));
        // too late
        await service.AsOperator().SendAsync(HttpMethod.Post, $"{Runs}/{run.Id}/cancel", null).ProblemAsync(409, "planning-run-over");

        await Database.ExecuteAsync(service.AdminConnection, $"drop function {name}() cascade");
        // As if even that had not been written any more.
        await Database.ExecuteAsync(
            service.AdminConnection,
            $$"""
            update planning_runs set parts = jsonb_set(parts::jsonb, '{0,outcome}', '"planned"') where id = '{{run.Id}}'
            """
        );
        await service.AbandonAsync(run.Id);
        var ended = await EndOfAsync(run.Id);
        (ended.State, ended.Attempts).ShouldBe((PlanningRunState.Done, 2));
        ended
            .Parts.Select(part => (part.Outcome, part.PlanId is null))
            .ShouldBe([(PlanningRunOutcome.Proposed, false), (PlanningRunOutcome.Proposed, false)]);
        ended.Parts[0].PlanId.ShouldBe(half.Parts[0].PlanId);
        (await PlansAsync(given), await PlansAsync(other)).ShouldBe((2, 2));
        foreach (var (one, part) in new[] { given, other }.Zip(ended.Parts))
            (await one.Coordinator.GetAsync($"{one.Api}/plans/{part.PlanId}").ReadAsync<PlanDto>()).Events.Count.ShouldBe(13);
    }

    [Fact]
    public async Task It_can_be_cancelled_once_and_only_by_the_operator()
    {
        var given = await Given.AMandateAsync(service);
        await given.AProposalAsync();
        var run = await StartAsync(given.Tenant).ReadAsync<PlanningRunDto>(HttpStatusCode.Created);
        await given.Coordinator.SendAsync(HttpMethod.Post, $"{Runs}/{run.Id}/cancel", null).ProblemAsync(403, "forbidden");
        await EndOfAsync(run.Id);
        await service.AsOperator().SendAsync(HttpMethod.Post, $"{Runs}/{run.Id}/cancel", null).ProblemAsync(409, "planning-run-over");
        await StartAsync("nirgendwo").ProblemAsync(422, "shared-with-unknown");

        // One that another process works on: it is told to stop, and says so.
        var id = Guid.CreateVersion7();
        await Database.ExecuteAsync(
            service.AdminConnection,
            $$"""
            insert into planning_runs (id, version, state, parts, limit_seconds, created_at, started_at, heartbeat_at, attempts,
                cancel_requested, solutions)
            values ('{{id}}', 2, 'Running', '[{"tenant":"{{given.Tenant}}","outcome":"waiting"}]', 10, now(), now(),
                now() + interval '1 hour', 1, false, 0)
            """
        );
        var told = await service.AsOperator().SendAsync(HttpMethod.Post, $"{Runs}/{id}/cancel", null).ReadAsync<PlanningRunDto>();
        (told.State, told.CancelRequested).ShouldBe((PlanningRunState.Running, true));
        await service.AbandonAsync(id);
        (await EndOfAsync(id)).State.ShouldBe(PlanningRunState.Cancelled);
    }

    [Fact]
    public void Cancelling_stops_the_planning()
    {
        using var cancel = new CancellationTokenSource();
        var requests = Enumerable.Range(0, 5).Select(number => new JointRequest($"landkreis-{number}", GivenRequest.Vl320)).ToList();
        var done = 0;
        Should.Throw<OperationCanceledException>(() =>
            new JointPlanner(requests, TimeProvider.System).Plan(
                Plenty,
                progress =>
                {
                    done = progress.Done;
                    if (done == 2)
                        cancel.Cancel();
                },
                cancel.Token
            )
        );
        done.ShouldBe(2);
    }

    async Task<long> PlansAsync(Given given) =>
        (long)(await Database.ExecuteAsync(service.AdminConnection, $"select count(*) from plans where tenant = '{given.Tenant}'"))!;

    Task<PlanningRunDto> RunAsync(Guid id) => service.AsOperator().GetAsync($"{Runs}/{id}").ReadAsync<PlanningRunDto>();

    Task<HttpResponseMessage> StartAsync(params string[] tenants) =>
        service.AsOperator().SendAsync(HttpMethod.Post, Runs, new StartPlanningRun(tenants, (int)Plenty.TotalSeconds));

    async Task<PlanningRunDto> EndOfAsync(Guid id)
    {
        PlanningRunDto? run = null;
        await Eventually.TrueAsync(async () => (run = await RunAsync(id)).EndedAt is not null, "the run ends");
        return run!;
    }
}
