using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Integrationskonzept.ServiceDefaults.Telemetry;

static class TelemetrySetup
{
    /// <summary>A line per request or statement says nothing that the traces do not. The lowest of all settings: any other wins.</summary>
    static readonly Dictionary<string, string?> Levels = new()
    {
        ["Logging:LogLevel:Microsoft"] = "Warning",
        ["Logging:LogLevel:System"] = "Warning",
        ["Logging:LogLevel:Yarp"] = "Warning",
        ["Logging:LogLevel:OpenIddict"] = "Warning",
        ["Logging:LogLevel:Polly"] = "Warning",
        ["Logging:LogLevel:Microsoft.Hosting"] = "Information",
        // What is not well stands at /health with its reason; a line for each look would drown all others.
        ["Logging:LogLevel:Microsoft.Extensions.Diagnostics.HealthChecks"] = "None",
    };

    /// <summary>
    /// Traces, metrics and logs to OTLP where a collector is named; logs to the console, too. None holds a link's secret.
    /// </summary>
    public static void AddTelemetry(this IHostApplicationBuilder builder, string service)
    {
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Levels });
        builder.Logging.AddOpenTelemetry(logging => (logging.IncludeScopes, logging.IncludeFormattedMessage) = (true, true));
        builder.Logging.Configure(options =>
            options.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId
        );
        builder.Logging.AddJsonConsole(console =>
        {
            console.IncludeScopes = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "O";
        });
        builder.Services.AddSingleton<ILoggerFactory, SecretFreeLogs>();

        var telemetry = builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(builder.Configuration["OTEL_SERVICE_NAME"] ?? service))
            .WithMetrics(metrics =>
                metrics
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation()
                    .AddRuntimeInstrumentation()
                    .AddMeter("Npgsql", "MassTransit", "Integrationskonzept.*")
                    .AddView(Bounded)
            )
            .WithTracing(tracing =>
                tracing
                    .SetSampler(new ParentBasedSampler(new NoTraceOfLooking()))
                    .AddProcessor(new TenantSpans())
                    .AddProcessor(new SecretFreeSpans())
                    .AddAspNetCoreInstrumentation(web =>
                        web.Filter = request =>
                            !request.Request.Path.StartsWithSegments("/health") && !request.Request.Path.StartsWithSegments("/alive")
                    )
                    .AddHttpClientInstrumentation()
                    .AddNpgsql()
                    .AddSource("MassTransit", "Integrationskonzept.*", "Yarp.ReverseProxy")
            );

        if (!string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            telemetry.UseOtlpExporter();
    }

    /// <summary>
    /// Room for 2,000 combinations of tags, which the SDK sets aside for each of a hundred metrics at once (17 MB), is needed only where a
    /// tag names the Landkreis or the route. Others have room for 200; what is beyond counts under <c>otel.metric.overflow</c>.
    /// </summary>
    static MetricStreamConfiguration? Bounded(Instrument instrument) =>
        instrument.Name == "http.server.request.duration"
        || instrument.Meter.Name.StartsWith("Integrationskonzept.", StringComparison.Ordinal)
            ? null
            : new() { CardinalityLimit = 200 };
}
