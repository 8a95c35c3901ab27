namespace Integrationskonzept.ServiceDefaults.Tasks;

/// <summary>
/// One kind of task, as a slice finds it in its own data when somebody asks. Nothing is stored: what is done is not found any more.
/// </summary>
public interface ITaskSource
{
    /// <summary>What is to be done.</summary>
    TaskKind Kind { get; }

    /// <summary>The right to do it, one of <see cref="Authorization.Permissions"/>; who lacks it gets none.</summary>
    string Permission { get; }

    /// <summary>All of the caller's in the current Landkreis, by few bounded queries.</summary>
    Task<FoundTasks> FindAsync(CancellationToken ct);
}

/// <param name="First">Those that are due first.</param>
/// <param name="Count">How many there are in all.</param>
public sealed record FoundTasks(IReadOnlyList<TaskDto> First, int Count)
{
    public static readonly FoundTasks None = new([], 0);
}
