using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Integrationskonzept.Contracts.Tests;

/// <summary>What messages look like on the wire, as JSON schema by message type.</summary>
static class ContractSchema
{
    static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n" };

    public static JsonObject Now() => Of(MessageTypes.All);

    public static JsonObject Of(IEnumerable<Type> types) =>
        new(
            types
                .OrderBy(type => type.Name, StringComparer.Ordinal)
                .Select(type =>
                    KeyValuePair.Create<string, JsonNode?>(
                        type.Name,
                        Wire.GetJsonSchemaAsNode(type, new() { TreatNullObliviousAsNonNullable = true })
                    )
                )
        );

    public static string Write(JsonObject schema) => schema.ToJsonString(Readable) + "\n";
}
