using Integrationskonzept.ServiceDefaults.Tasks;

namespace Integrationskonzept.Testing;

/// <summary>What a service says is to be done, as the gateway asks it.</summary>
public static class TaskAnswers
{
    public static async Task<IReadOnlyList<TaskDto>> TasksAsync(this HttpClient who, string tenant, string service)
    {
        var answer = await who.GetAsync($"/api/v1/{tenant}/tasks/{service}").ReadAsync<TasksOfService>();
        return answer.IsIncomplete
            ? throw new InvalidOperationException($"Some kinds of tasks of {service} were not found: see the log.")
            : [.. answer.Kinds.SelectMany(kind => kind.First)];
    }

    /// <summary>The kinds alone.</summary>
    public static async Task<IReadOnlyList<TaskKind>> TaskKindsAsync(this HttpClient who, string tenant, string service) =>
        [.. (await who.TasksAsync(tenant, service)).Select(task => task.Kind)];
}
