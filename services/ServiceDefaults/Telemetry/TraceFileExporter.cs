using System.Diagnostics;
using System.Text.Json;
using OpenTelemetry;

namespace Integrationskonzept.ServiceDefaults.Telemetry;

/// <summary>
/// Writes spans as JSON lines to <c>{directory}/{service}.jsonl</c>: what a machine without an OTLP collector
/// has for a trace view. Starts a new file at 32 MiB and keeps one old one.
/// </summary>
sealed class TraceFileExporter(string directory, string service) : BaseExporter<Activity>
{
    const long Limit = 32 * 1024 * 1024;
    readonly string path = Path.Combine(Directory.CreateDirectory(directory).FullName, $"{service}.jsonl");

    public override ExportResult Export(in Batch<Activity> batch)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > Limit }) File.Move(path, path + ".1", overwrite: true);
            using var writer = File.AppendText(path);
            foreach (var span in batch)
                writer.WriteLine(JsonSerializer.Serialize(new
                {
                    trace = span.TraceId.ToString(), span = span.SpanId.ToString(), parent = span.ParentSpanId.ToString(), service,
                    name = span.DisplayName, kind = span.Kind.ToString(), start = span.StartTimeUtc, milliseconds = span.Duration.TotalMilliseconds,
                    error = span.Status == ActivityStatusCode.Error, tenant = span.GetTagItem("tenant") ?? span.GetBaggageItem("tenant"),
                }));
            return ExportResult.Success;
        }
        catch (IOException)
        {
            return ExportResult.Failure;
        }
    }
}
