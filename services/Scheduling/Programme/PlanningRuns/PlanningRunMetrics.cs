using System.Diagnostics.Metrics;

namespace Integrationskonzept.Scheduling.Programme.PlanningRuns;

/// <summary>How joint planning goes: by state, and how long it takes.</summary>
sealed class PlanningRunMetrics
{
    readonly Counter<long> runs;
    readonly Histogram<double> runSeconds;

    public PlanningRunMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Integrationskonzept.Planning");
        runs = meter.CreateCounter<long>("planning.runs", description: "Joint planning runs that ended, by state");
        runSeconds = meter.CreateHistogram<double>("planning.run.duration", "s", "Time from start to end of a joint planning run");
    }

    public void RunEnded(PlanningRunState state, TimeSpan took)
    {
        var tag = new KeyValuePair<string, object?>("state", state.ToString());
        runs.Add(1, tag);
        runSeconds.Record(took.TotalSeconds, tag);
    }
}
