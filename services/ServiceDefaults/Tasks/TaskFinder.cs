using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.Extensions.Logging;

namespace Integrationskonzept.ServiceDefaults.Tasks;

/// <summary>
/// Asks the sources for what the caller may do, one after the other, as they share a connection; one that fails hides no other.
/// </summary>
sealed class TaskFinder(IEnumerable<ITaskSource> sources, Caller caller, TenantContext tenant, TaskMetrics metrics, ILogger<TaskFinder> log)
{
    public async Task<TasksOfService> FindAsync(CancellationToken ct)
    {
        var (kinds, isIncomplete) = (new List<TasksOfKind>(), false);
        foreach (var source in sources.Where(source => caller.Has(source.Permission)))
            try
            {
                var found = await source.FindAsync(ct);
                if (found.Count > 0)
                    kinds.Add(new(source.Kind, found.Count, found.First));
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                isIncomplete = true;
                metrics.Failed(source.Kind, tenant.Required);
                log.LogError(failure, "Tasks of the kind {Kind} were not found", source.Kind); // the tenant is on all logs of a request
            }
        return new(kinds, isIncomplete);
    }
}

/// <summary>What a service answers the gateway.</summary>
/// <param name="Kinds">Kinds of which there is something to do.</param>
/// <param name="IsIncomplete">Some of its kinds could not be found.</param>
public sealed record TasksOfService(IReadOnlyList<TasksOfKind> Kinds, bool IsIncomplete);

/// <param name="Kind">What is to be done.</param>
/// <param name="Count">How often, in all.</param>
/// <param name="First">Those that are due first.</param>
public sealed record TasksOfKind(TaskKind Kind, int Count, IReadOnlyList<TaskDto> First);
