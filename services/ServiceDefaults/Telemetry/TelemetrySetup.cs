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
    /// <summary>Traces, metrics and logs to OTLP where a collector is named; else traces to <c>TELEMETRY_DIRECTORY</c>.</summary>
    public static void AddTelemetry(this IHostApplicationBuilder builder, string service)
    {
        // One line per request or statement says nothing that the traces do not; Logging:LogLevel in the configuration still wins.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning).AddFilter("Microsoft.Hosting", LogLevel.Information);
        builder.Logging.AddOpenTelemetry(logging => (logging.IncludeScopes, logging.IncludeFormattedMessage) = (true, true));
        builder.Logging.Configure(options => options.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
        builder.Logging.AddJsonConsole(console => (console.IncludeScopes, console.UseUtcTimestamp, console.TimestampFormat) = (true, true, "O"));

        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(builder.Configuration["OTEL_SERVICE_NAME"] ?? service))
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation()
                .AddMeter("Npgsql", "MassTransit", "Integrationskonzept.*"))
            .WithTracing(tracing =>
            {
                tracing.AddProcessor(new TenantSpans())
                    .AddAspNetCoreInstrumentation(web => web.Filter = request =>
                        !request.Request.Path.StartsWithSegments("/health") && !request.Request.Path.StartsWithSegments("/alive"))
                    .AddHttpClientInstrumentation().AddNpgsql().AddSource("MassTransit", "Integrationskonzept.*", "Yarp.ReverseProxy");
                if (builder.Configuration["TELEMETRY_DIRECTORY"] is { Length: > 0 } directory)
                    tracing.AddProcessor(new BatchActivityExportProcessor(new TraceFileExporter(directory, service), scheduledDelayMilliseconds: 1000));
            });

        if (!string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) telemetry.UseOtlpExporter();
    }
}
