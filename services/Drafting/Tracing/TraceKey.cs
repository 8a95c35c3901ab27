using System.Text.Json;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Drafting.Tracing;

/// <summary>Names one thing of a trace.</summary>
readonly record struct TraceKey(TraceKind Kind, string Id)
{
    /// <summary><c>{kind}:{id}</c>.</summary>
    /// <exception cref="TraceOfUnknown">No such kind, or no id.</exception>
    public static TraceKey Parse(string? text)
    {
        var parts = (text ?? "").Split(':', 2);
        foreach (var kind in Enum.GetValues<TraceKind>())
            if (parts is [var name, { Length: > 0 } id] && name == NameOf(kind))
                return new(kind, id.ToLowerInvariant());
        throw new TraceOfUnknown();
    }

    public override string ToString() => $"{NameOf(Kind)}:{Id}";

    static string NameOf(TraceKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}

/// <summary>Nobody can tell what is to be traced.</summary>
public sealed class TraceOfUnknown()
    : InvalidFieldProblem(
        "of",
        new(
            "Nennen Sie Art und Kennung, etwa measure:01a2071c-2209-7bc4-aa45-f8f3dfe6a832 oder milestone:1.",
            "Name kind and id, such as measure:01a2071c-2209-7bc4-aa45-f8f3dfe6a832 or milestone:1."
        )
    );

/// <summary>Who takes part reads where contributions went, nothing else of a trace.</summary>
public sealed class TraceIsForStaff()
    : ForbiddenProblem(
        "trace-for-staff",
        new(
            "Sie können nachlesen, was aus einem Beitrag wurde; alles Weitere lesen die, die am Konzept arbeiten.",
            "You can read what became of a contribution; all else is read by those who work on the concept."
        )
    );
