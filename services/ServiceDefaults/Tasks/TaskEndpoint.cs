using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Integrationskonzept.ServiceDefaults.Tasks;

/// <summary>
/// How a service says what is to be done in its own data. The gateway asks all that have something to say and answers with one list;
/// it routes nobody here.
/// </summary>
public static class TaskEndpoint
{
    public static IServiceCollection AddTasks<T>(this IServiceCollection services)
        where T : class, ITaskSource
    {
        services.TryAddSingleton<TaskMetrics>();
        services.TryAddScoped<TaskFinder>();
        return services.AddScoped<ITaskSource, T>();
    }

    public static void MapTasks(this IEndpointRouteBuilder app, string service) =>
        app.MapTenantApi($"tasks/{service}", "Tasks")
            .MapGet("", async (TaskFinder finder, CancellationToken ct) => TypedResults.Ok(await finder.FindAsync(ct)))
            .RequirePermission(Permissions.TasksRead)
            .ExcludeFromDescription();
}
