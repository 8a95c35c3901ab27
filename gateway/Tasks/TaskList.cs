using Integrationskonzept.ServiceDefaults.Tasks;

namespace Integrationskonzept.Gateway.Tasks;

/// <summary>What the caller can do next in a Landkreis, over all services; found when it is asked for.</summary>
/// <param name="Items">At most 20 of a kind and 100 in all: what is due first, then what has no day, in the order of the process.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="More">Kinds of which there are more than are shown.</param>
/// <param name="Incomplete">Services of which something is missing, as they did not answer; empty if the list is whole.</param>
public sealed record TaskList(IReadOnlyList<TaskDto> Items, int Total, IReadOnlyList<MoreTasks> More, IReadOnlyList<string> Incomplete)
{
    const int Most = 100;

    internal static TaskList Merge(IReadOnlyList<(string Service, TasksOfService? Answer)> answers)
    {
        var kinds = answers.SelectMany(answer => answer.Answer?.Kinds ?? []).ToList();
        var items = kinds
            .SelectMany(kind => kind.First.Take(TaskQueries.Most))
            .OrderBy(task => task.DueOn ?? DateOnly.MaxValue)
            .ThenBy(task => task.Kind)
            .ThenBy(task => task.Title, StringComparer.Ordinal)
            .Take(Most)
            .ToList();
        return new(
            items,
            kinds.Sum(kind => kind.Count),
            [
                .. kinds
                    .Select(kind => new MoreTasks(kind.Kind, kind.Count - items.Count(task => task.Kind == kind.Kind)))
                    .Where(more => more.Count > 0)
                    .OrderBy(more => more.Kind),
            ],
            [.. answers.Where(answer => answer.Answer is not { IsIncomplete: false }).Select(answer => answer.Service)]
        );
    }
}

/// <param name="Kind">What is to be done.</param>
/// <param name="Count">How many of them are not shown.</param>
public sealed record MoreTasks(TaskKind Kind, int Count);
