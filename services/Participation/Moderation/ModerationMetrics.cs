using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Integrationskonzept.Participation.Screening;

namespace Integrationskonzept.Participation.Moderation;

/// <summary>What operators see of moderation: how much is decided, and how long people wait.</summary>
sealed class ModerationMetrics
{
    readonly ConcurrentDictionary<string, (int Count, TimeSpan Oldest)> waiting = new();
    readonly Counter<long> decisions;

    public ModerationMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Integrationskonzept.Moderation");
        decisions = meter.CreateCounter<long>("moderation.decisions", description: "Decisions of moderators");
        meter.CreateObservableGauge("moderation.depth", () => Of(row => row.Count), description: "Cases that wait for a moderator");
        meter.CreateObservableGauge(
            "moderation.oldest.age",
            () => Of(row => row.Oldest.TotalSeconds),
            "s",
            "For how long the oldest of them waits"
        );
    }

    public void Decided(string tenant, CaseDecision decision, ReasonKind? reason) =>
        decisions.Add(1, new("tenant", tenant), new("decision", decision.ToString()), new("reason", reason?.ToString()));

    /// <summary>As it was measured last.</summary>
    public void Waiting(string tenant, int count, TimeSpan oldest) => waiting[tenant] = (count, oldest);

    IEnumerable<Measurement<double>> Of(Func<(int Count, TimeSpan Oldest), double> value) =>
        waiting.Select(row => new Measurement<double>(value(row.Value), new KeyValuePair<string, object?>("tenant", row.Key)));
}
