using System.Diagnostics;
using Integrationskonzept.Planning;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Programme.PlanningRuns;

/// <summary>
/// Works on planning runs, one at a time per process. A run whose process died is taken up again by any other: from the start, or, where
/// the planning was over, from what it came to. While it works it reports every second, and learns then whether it was cancelled.
/// </summary>
sealed class PlanningRunWorker(WorkTools tools, RunPlans plans, PlanningRunMetrics metrics) : RecurringWork(tools, Every)
{
    public static readonly TimeSpan Lost = TimeSpan.FromSeconds(30);
    static readonly ActivitySource Spans = new("Integrationskonzept.Planning");
    static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    readonly TimeProvider clock = tools.Time;

    protected override async Task RunAsync(CancellationToken ct)
    {
        while (await TakeAsync(ct) is { } id)
            await WorkAsync(id, ct);
    }

    /// <summary>The next one that waits, or that nobody works on any more.</summary>
    async Task<Guid?> TakeAsync(CancellationToken ct)
    {
        await using var scope = NewScope();
        var db = scope.ServiceProvider.GetRequiredService<SchedulingDb>();
        var lost = Now - Lost;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var run = await db
            .PlanningRuns.FromSql(
                $"""
                select * from planning_runs where ended_at is null and (state = 'Queued' or heartbeat_at < {lost})
                order by created_at limit 1 for update skip locked
                """
            )
            .SingleOrDefaultAsync(ct);
        if (run is null)
            return null;
        if (run.CancelRequested)
            End(run, PlanningRunState.Cancelled, null);
        else if (run.Attempts >= PlanningRun.MostAttempts)
            End(run, PlanningRunState.Failed, $"The run was interrupted {run.Attempts} times.");
        else
            run.Start(Now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return run.State == PlanningRunState.Running ? run.Id : await TakeAsync(ct);
    }

    async Task WorkAsync(Guid id, CancellationToken ct)
    {
        using var span = Spans.StartActivity("planning run");
        try
        {
            var run = await ChangeAsync(id, run => run.Beat(Now), ct);
            span?.SetTag("run", id).SetTag("tenants", string.Join(' ', run.Parts.Select(part => part.Tenant)));
            if (run.Proposals is null)
                run = await SettleAsync(run, ct);
            if (!run.IsOver)
                run = await SaveAsync(run, ct);
            span?.SetTag("outcome", run.State.ToString());
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            span?.SetTag("outcome", nameof(PlanningRunState.Failed)).SetStatus(ActivityStatusCode.Error, failure.GetType().Name);
            Log.LogError(failure, "Planning run {Run} failed", id);
            // What was planned is not given up: saving goes on as after the death of a process.
            await ChangeAsync(
                id,
                row =>
                {
                    if (row.Proposals is null)
                        End(row, PlanningRunState.Failed, $"{failure.GetType().Name}; see the log.");
                },
                ct
            );
        }
    }

    /// <summary>Plans, and keeps what came of it before anybody gets a proposal; ended if it was cancelled.</summary>
    async Task<PlanningRun> SettleAsync(PlanningRun run, CancellationToken ct)
    {
        var inputs = new List<RunInput>();
        foreach (var part in run.Parts)
            inputs.Add(await plans.ReadAsync(part.Tenant, ct));
        var wanted = inputs.Where(input => input.Request is not null).ToList();
        var outcomes = await PlanAsync(run, inputs, wanted.ConvertAll(input => new JointRequest(input.Part.Tenant, input.Request!)), ct);
        var parts = inputs.Where(input => input.Request is null).Select(input => input.Part).ToList();
        var proposals = new List<RunProposal>();
        foreach (var (input, outcome) in wanted.Zip(outcomes ?? []))
        {
            if (outcome is PlanProposal proposal)
                proposals.Add(await plans.DraftAsync(input, proposal, ct));
            parts.Add(
                outcome is PlanRefusal refusal
                    ? input.Part with
                    {
                        Outcome = PlanningRunOutcome.Refused,
                        Problem = refusal.Why.Code,
                    }
                    : input.Part with
                    {
                        Outcome = PlanningRunOutcome.Planned,
                    }
            );
        }
        return await ChangeAsync(
            run.Id,
            row =>
            {
                if (row.CancelRequested || outcomes is null)
                    End(row, PlanningRunState.Cancelled, null);
                else
                    row.Settle(row.Parts.Select(part => parts.Single(known => known.Tenant == part.Tenant)), proposals, Now);
            },
            ct
        );
    }

    async Task<PlanningRun> SaveAsync(PlanningRun run, CancellationToken ct)
    {
        foreach (
            var proposal in run.Proposals!.Where(row =>
                run.Parts.Any(part => part.Tenant == row.Tenant && part.Outcome == PlanningRunOutcome.Planned)
            )
        )
        {
            await plans.ProposeAsync(proposal, ct);
            await ChangeAsync(run.Id, row => row.Proposed(proposal, Now), ct);
        }
        return await ChangeAsync(run.Id, row => End(row, PlanningRunState.Done, null), ct);
    }

    /// <summary>Null if it was cancelled.</summary>
    async Task<IReadOnlyList<PlanOutcome>?> PlanAsync(
        PlanningRun run,
        List<RunInput> inputs,
        List<JointRequest> requests,
        CancellationToken ct
    )
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(ct);
        JointProgress? progress = null;
        var planning = Task.Run(
            () =>
                new JointPlanner(requests, clock).Plan(
                    TimeSpan.FromSeconds(run.LimitSeconds),
                    now => Volatile.Write(ref progress, now),
                    cancel.Token
                ),
            cancel.Token
        );
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            do
            {
                var known = await ChangeAsync(
                    run.Id,
                    row =>
                    {
                        if (Volatile.Read(ref progress) is { } now)
                            row.Report(now.Solutions, now.Points, now.Bound, Parts(row, inputs, requests, now), Now);
                        else
                            row.Beat(Now);
                    },
                    ct
                );
                if (known.CancelRequested)
                    await cancel.CancelAsync();
            } while (!planning.IsCompleted && await WaitAsync(planning, timer, ct));
            return await planning;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Until the next report, or the end of the planning.</summary>
    static async Task<bool> WaitAsync(Task planning, PeriodicTimer timer, CancellationToken ct)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var tick = timer.WaitForNextTickAsync(both.Token).AsTask();
        await Task.WhenAny(planning, tick);
        await both.CancelAsync();
        try
        {
            await tick;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested) { }
        ct.ThrowIfCancellationRequested();
        return true;
    }

    static IEnumerable<PlanningRunPart> Parts(
        PlanningRun run,
        List<RunInput> inputs,
        List<JointRequest> requests,
        JointProgress progress
    ) =>
        run.Parts.Select(part =>
            requests.FindIndex(request => request.Tenant == part.Tenant) is var index and >= 0
                ? new PlanningRunPart(
                    part.Tenant,
                    progress.Outcomes[index] switch
                    {
                        null => PlanningRunOutcome.Waiting,
                        PlanProposal => PlanningRunOutcome.Planned,
                        _ => PlanningRunOutcome.Refused,
                    }
                )
                : inputs.Single(input => input.Part.Tenant == part.Tenant).Part
        );

    void End(PlanningRun run, PlanningRunState state, string? failure)
    {
        var now = Now;
        run.End(state, failure, now);
        metrics.RunEnded(state, now - (run.StartedAt ?? run.CreatedAt));
    }

    async Task<PlanningRun> ChangeAsync(Guid id, Action<PlanningRun> change, CancellationToken ct)
    {
        await using var scope = NewScope();
        return await scope.ServiceProvider.GetRequiredService<SchedulingDb>().ChangeAsync(id, change, ct);
    }
}
