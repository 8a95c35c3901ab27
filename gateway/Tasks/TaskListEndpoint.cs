using System.Diagnostics;
using System.Globalization;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Telemetry;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Integrationskonzept.Gateway.Tasks;

static class TaskListEndpoint
{
    public static void AddTaskList(this WebApplicationBuilder builder) =>
        builder
            .Services.AddSingleton<TaskCollector>()
            .AddHttpClient(nameof(TaskCollector))
            .ConfigureHttpClient(http => http.Timeout = Limits.TaskPatience(builder.Configuration));

    public static void MapTaskList(this IEndpointRouteBuilder app) =>
        app.MapTenantApi("tasks", "Tasks")
            .MapGet("", ListAsync)
            .RequireRateLimiting(Limits.PerCaller)
            .WithName("list-tasks")
            .WithSummary("What the caller can do next, over all that happens in the Landkreis");

    /// <summary>Whoever has a role there is asked for; rights are the services' to decide.</summary>
    static async Task<Ok<TaskList>> ListAsync(
        string tenant,
        TenantContext context,
        Caller caller,
        TaskCollector collector,
        HttpContext http,
        CancellationToken ct
    )
    {
        context.Enter(tenant);
        if (!caller.Has(Permissions.TasksRead))
            throw new NotFoundProblem();
        Activity.Current.SetTenant(tenant);
        http.Response.Headers.ContentLanguage = CultureInfo.CurrentUICulture.Name;
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await collector.CollectAsync(tenant, http.Request.Headers.Authorization, ct));
    }
}
