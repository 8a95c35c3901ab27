using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Integrationskonzept.ServiceDefaults.Health;

public static class HealthSetup
{
    /// <summary>Tag of checks of other processes: they are told, but a process is not less ready for them.</summary>
    public const string Others = "others";

    // The gateway, which asks a service for its checks, must have the answer within its own two seconds.
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(1.5);

    /// <summary>Every check ends in time, whoever added it.</summary>
    internal static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks();
        return services.PostConfigure<HealthCheckServiceOptions>(options =>
        {
            foreach (var registration in options.Registrations)
            {
                var make = registration.Factory;
                var limit = registration.Timeout > TimeSpan.Zero ? registration.Timeout : Limit;
                registration.Factory = provider => new InTime(make(provider), limit);
            }
        });
    }

    /// <summary>
    /// <c>/alive</c>: the process answers. <c>/ready</c>: it can take requests. <c>/health</c>: how all is that it needs, with the reason
    /// for each part that is not well.
    /// </summary>
    internal static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks(
                "/ready",
                new HealthCheckOptions { Predicate = check => !check.Tags.Contains(Others), ResponseWriter = WriteAsync }
            )
            .AllowAnonymous();
        app.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        return JsonSerializer.SerializeAsync(
            context.Response.Body,
            new
            {
                status = report.Status.ToString(),
                checks = report.Entries.Select(entry => new
                {
                    name = entry.Key,
                    status = entry.Value.Status.ToString(),
                    reason = entry.Value.Description,
                }),
            }
        );
    }
}
