using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Integrationskonzept.Testing;

/// <summary>
/// Takes what a service exports (OTLP over HTTP), as a collector does, so that a test looks at what really leaves the process. No Kestrel:
/// its requests would be spans themselves.
/// </summary>
public sealed class Collector : IAsyncDisposable
{
    readonly HttpListener listener = new();
    readonly ConcurrentQueue<(string Signal, byte[] Body)> taken = new();
    readonly Task listening;

    public Collector()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        }
        listener.Prefixes.Add(Address + "/");
        listener.Start();
        listening = ListenAsync();
    }

    public string Address { get; }

    /// <summary>For a service that exports here, soon and all; with what development tools set to see more.</summary>
    public (string Key, string Value)[] Settings =>
        [
            ("OTEL_EXPORTER_OTLP_ENDPOINT", Address),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_TRACES_SAMPLER", "always_on"),
            ("OTEL_BSP_SCHEDULE_DELAY", "200"),
            ("OTEL_BLRP_SCHEDULE_DELAY", "200"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "200"),
            ("OTEL_BSP_MAX_QUEUE_SIZE", "100000"),
            ("OTEL_BLRP_MAX_QUEUE_SIZE", "100000"),
            ("OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION", "true"),
            ("OTEL_DOTNET_EXPERIMENTAL_HTTPCLIENT_DISABLE_URL_QUERY_REDACTION", "true"),
        ];

    /// <summary>For a service that logs all it can.</summary>
    public static (string Key, string Value)[] AllLogs { get; } =
    [
        ("Logging:LogLevel:Default", "Trace"),
        ("Logging:LogLevel:Microsoft", "Trace"),
        ("Logging:LogLevel:System", "Trace"),
        ("Logging:LogLevel:Yarp", "Trace"),
    ];

    /// <summary>All spans so far.</summary>
    public IReadOnlyList<ExportedSpan> Spans => [.. Bodies("traces").SelectMany(ExportedSpan.Read)];

    /// <summary>All logs so far.</summary>
    public IReadOnlyList<ExportedLog> Logs => [.. Bodies("logs").SelectMany(ExportedLog.Read)];

    /// <summary>How often the text stands in the traces, logs or metrics.</summary>
    public int Count(string signal, string text) => Bodies(signal).Sum(body => Count(body, Encoding.UTF8.GetBytes(text)));

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await listening;
    }

    IEnumerable<byte[]> Bodies(string signal) => taken.Where(export => export.Signal == signal).Select(export => export.Body);

    static int Count(ReadOnlySpan<byte> body, ReadOnlySpan<byte> text)
    {
        var count = 0;
        for (int at; (at = body.IndexOf(text)) >= 0; body = body[(at + text.Length)..])
            count++;
        return count;
    }

    async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                taken.Enqueue((context.Request.Url!.Segments[^1], body.ToArray()));
                context.Response.Close();
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException) { }
    }
}
