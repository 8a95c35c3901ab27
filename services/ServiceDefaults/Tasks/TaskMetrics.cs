using System.Diagnostics.Metrics;

namespace Integrationskonzept.ServiceDefaults.Tasks;

/// <summary>What operators see of tasks: that some could not be found.</summary>
sealed class TaskMetrics(IMeterFactory meters)
{
    readonly Counter<long> failures = meters
        .Create("Integrationskonzept.Tasks")
        .CreateCounter<long>("tasks.failures", description: "Kinds of tasks that could not be found for somebody who asked");

    public void Failed(TaskKind kind, string tenant) => failures.Add(1, new("kind", kind.ToString()), new("tenant", tenant));
}
