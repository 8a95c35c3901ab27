using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integrationskonzept.EndToEnd.Tests.Trust;

/// <summary>Contents made from the description's schemas and examples, then spoilt in a few places.</summary>
sealed class Samples(JsonObject document, KnownPaths known, string tenant)
{
    static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>JSON of a schema with up to three hostile places.</summary>
    public string Json(JsonNode schema, Random random)
    {
        var root = new JsonArray(Of(schema, "", random));
        for (var spoilt = random.Next(4); spoilt > 0; spoilt--)
            Spoil(root, random);
        return Hostile.Unmark(root[0]?.ToJsonString(AsWritten) ?? "null").Replace("limburg-weilburg", tenant, StringComparison.Ordinal);
    }

    /// <summary>One of the values.</summary>
    public static T One<T>(IReadOnlyList<T> values, Random random) => values[random.Next(values.Count)];

    JsonNode? Of(JsonNode schema, string property, Random random)
    {
        if ((string?)schema["$ref"] is { } reference)
            schema = document["components"]!["schemas"]![reference.Split('/')[^1]]!;
        if (schema["examples"] is JsonArray { Count: > 0 } examples && random.Next(3) > 0)
            return WithKnownIds(One([.. examples], random)!.DeepClone(), random);
        if (schema["oneOf"] is JsonArray options)
            return Of(One([.. options], random)!, property, random);
        if (schema["enum"] is JsonArray values)
            return One([.. values], random)?.DeepClone();
        var type = schema["type"] is JsonArray types
            ? types.Select(one => (string?)one).FirstOrDefault(one => one != "null")
            : (string?)schema["type"];
        return type switch
        {
            "object" => Object(schema, random),
            "array" => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Of(schema["items"]!, property, random))]),
            "integer" => random.Next(0, 40),
            "number" => random.Next(0, 4_000) / 4m,
            "boolean" => random.Next(2) == 0,
            "string" => (string?)schema["format"] switch
            {
                "uuid" => known.IdFor(property, random) ?? One([.. known.Ids], random),
                "date" => $"2027-0{random.Next(1, 10)}-1{random.Next(10)}",
                "date-time" => $"2027-0{random.Next(1, 10)}-1{random.Next(10)}T1{random.Next(10)}:00:00+02:00",
                "uri" => "https://verein.example/",
                _ => One(["Deutschkurse", "de", "moderator", "tester@verein.example", "2027-05-04T10:00", "2027-05-04T12:00"], random),
            },
            _ => null,
        };
    }

    JsonObject Object(JsonNode schema, Random random)
    {
        var made = new JsonObject();
        var required = schema["required"]?.AsArray().Select(name => (string)name!).ToHashSet() ?? [];
        foreach (var (name, value) in schema["properties"]?.AsObject() ?? [])
            if (required.Contains(name) || random.Next(2) == 0)
                made[name] = Of(value!, name, random);
        if (schema["additionalProperties"] is JsonObject others)
            made["politics"] = Of(others, "", random);
        return made;
    }

    JsonNode WithKnownIds(JsonNode example, Random random)
    {
        foreach (var (parent, key) in Places(example).ToList())
            if (
                key is string name
                && parent[name] is JsonValue value
                && value.TryGetValue(out string? text)
                && Guid.TryParse(text, out _)
                && known.IdFor(name, random) is { } id
            )
                parent[name] = id;
        return example;
    }

    static void Spoil(JsonNode root, Random random)
    {
        var (parent, key) = One([.. Places(root)], random);
        JsonNode value = random.Next(3) == 0 ? Hostile.MarkOf(random.Next(Hostile.Json.Length)) : One(Hostile.Texts, random);
        switch (parent, key, random.Next(6))
        {
            case (JsonObject some, string name, 0):
                some.Remove(name);
                break;
            case (JsonObject some, _, 1):
                some[One(["extra", "id", "tenant", "version", "Ä", ""], random)] = value;
                break;
            case (JsonObject some, string name, 2):
                some[name] = new JsonArray(some[name]?.DeepClone(), value);
                break;
            case (JsonObject some, string name, _):
                some[name] = value;
                break;
            case (JsonArray some, int at, 0 or 1 or 2) when parent != root:
                for (var more = 0; more < 300; more++)
                    some.Add(some[at]?.DeepClone());
                break;
            case (JsonArray some, int at, _):
                some[at] = value;
                break;
        }
    }

    static IEnumerable<(JsonNode Parent, object Key)> Places(JsonNode? node) =>
        node switch
        {
            JsonObject some => some.SelectMany(pair => Places(pair.Value).Prepend((some, pair.Key))),
            JsonArray some => some.SelectMany((item, at) => Places(item).Prepend((some, at))),
            _ => [],
        };
}
