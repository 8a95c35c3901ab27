using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Integrationskonzept.ServiceDefaults.Http;

/// <summary>
/// A value of an enumeration in a query, written as in JSON: camelCase. (Bound by themselves, enumerations want our C# names.)
/// </summary>
[SuppressMessage("Design", "CA1000", Justification = "Minimal APIs bind by a static TryParse.")]
public readonly record struct Named<T>(T Value)
    where T : struct, Enum
{
    static readonly Dictionary<string, T> Values = Enum.GetValues<T>()
        .ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

    /// <summary>How the values are written.</summary>
    public static IReadOnlyCollection<string> Names => Values.Keys;

    /// <summary>Reads a name.</summary>
    public static bool TryParse(string? text, out Named<T> named)
    {
        var known = Values.TryGetValue(text ?? "", out var value);
        named = new(value);
        return known;
    }
}
