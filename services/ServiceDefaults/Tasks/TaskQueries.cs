using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.ServiceDefaults.Tasks;

/// <summary>A start page shows the first of each kind; the others are counted.</summary>
public static class TaskQueries
{
    /// <summary>How many of a kind are shown.</summary>
    public const int Most = 20;

    /// <summary>Of rows that come as they are due. They are only counted where there are more than are shown.</summary>
    public static async Task<FoundTasks> ToTasksAsync<T>(this IQueryable<T> rows, Func<T, TaskDto> describe, CancellationToken ct)
    {
        var first = await rows.Take(Most + 1).ToListAsync(ct);
        var count = first.Count <= Most ? first.Count : await rows.CountAsync(ct);
        return new([.. first.Take(Most).Select(describe)], count);
    }

    /// <summary>Of tasks that are all here, as there are never many.</summary>
    public static FoundTasks ToTasks(this IEnumerable<TaskDto> tasks)
    {
        var all = tasks.OrderBy(task => task.DueOn ?? DateOnly.MaxValue).ToList();
        return new([.. all.Take(Most)], all.Count);
    }
}
