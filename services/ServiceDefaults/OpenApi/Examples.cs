using System.Text.Json.Nodes;

namespace Integrationskonzept.ServiceDefaults.OpenApi;

/// <summary>
/// Examples from the process of Limburg-Weilburg, by type (where two services share a name, by service and type) or by operation.
/// </summary>
static class Examples
{
    static readonly JsonObject All = Read();

    /// <summary>The example of a type on the wire.</summary>
    public static JsonNode? Of(Type type) => Of($"{type.Assembly.GetName().Name}.{type.Name}") ?? Of(type.Name);

    /// <summary>The example of that name.</summary>
    public static JsonNode? Of(string name) => All[name]?.DeepClone();

    static JsonObject Read()
    {
        using var stream = typeof(Examples).Assembly.GetManifestResourceStream("examples.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
