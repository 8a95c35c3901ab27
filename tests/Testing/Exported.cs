using static Integrationskonzept.Testing.Otlp;

namespace Integrationskonzept.Testing;

/// <summary>What a test wants to know of a span (opentelemetry/proto/trace/v1).</summary>
public sealed record ExportedSpan(
    string Trace,
    string Id,
    string Parent,
    string Source,
    string Name,
    IReadOnlyDictionary<string, string> Tags
)
{
    public static IEnumerable<ExportedSpan> Read(byte[] request) =>
        from resource in Fields(request, 1)
        from scope in Fields(resource, 2)
        let source = Text(Fields(scope, 1).SelectMany(one => Fields(one, 1)))
        from span in Fields(scope, 2)
        select new ExportedSpan(Hex(span, 1), Hex(span, 2), Hex(span, 4), source, Text(Fields(span, 5)), Otlp.Tags(span, 9));
}

/// <summary>What a test wants to know of a log (opentelemetry/proto/logs/v1).</summary>
public sealed record ExportedLog(string Trace, string Text, IReadOnlyDictionary<string, string> Tags)
{
    public static IEnumerable<ExportedLog> Read(byte[] request) =>
        from resource in Fields(request, 1)
        from scope in Fields(resource, 2)
        from log in Fields(scope, 2)
        select new ExportedLog(Hex(log, 9), Otlp.Text(Fields(log, 5).SelectMany(body => Fields(body, 1))), Otlp.Tags(log, 6));
}
