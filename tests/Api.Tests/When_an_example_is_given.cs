using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integrationskonzept.Api.Tests;

public sealed class When_an_example_is_given(MergedDocument document)
{
    [Fact]
    public void Every_body_has_one() =>
        document
            .Operations.SelectMany(item => Bodies(item.Operation).Select(schema => (item.Name, Schema: schema)))
            .Where(item => HasNone(item.Schema))
            .Select(item => item.Name)
            .ShouldBeEmpty();

    [Fact]
    public void It_fits_its_schema()
    {
        var faults = document.Json["components"]!["schemas"]!
            .AsObject()
            .SelectMany(schema =>
                (schema.Value!["examples"] as JsonArray ?? []).SelectMany(example => Faults(example, schema.Value!, schema.Key))
            );
        faults.ShouldBeEmpty();
    }

    static IEnumerable<JsonNode> Bodies(JsonObject operation) =>
        operation["responses"]!
            .AsObject()
            .Where(answer => answer.Key[0] == '2')
            .Select(answer => answer.Value!["content"])
            .Append(operation["requestBody"]?["content"])
            .Select(content => content?["application/json"]?["schema"])
            .OfType<JsonNode>();

    // A milestone and an edition are whole concepts: too long to show; what they consist of has examples.
    bool HasNone(JsonNode schema) =>
        (document.Resolve(schema), schema["$ref"]?.GetValue<string>().Split('/')[^1]) switch
        {
            (_, "MilestoneDto" or "EditionDto") => false,
            (var list, _) when list["items"] is { } item => HasNone(item),
            (var page, _) when page["properties"]?["items"]?["items"] is { } item && page["properties"]!.AsObject().ContainsKey("next") =>
                HasNone(item),
            var (single, _) => single["examples"] is not JsonArray { Count: > 0 },
        };

    IEnumerable<string> Faults(JsonNode? value, JsonNode given, string at)
    {
        var schema = document.Resolve(given["oneOf"]?.AsArray().First(option => option!["type"]?.ToString() != "null") ?? given);
        var kind = value?.GetValueKind();
        var types = schema["type"] switch
        {
            JsonArray several => several.Select(one => one!.ToString()).ToList(),
            { } one => [one.ToString()],
            _ => [],
        };
        var fits = kind switch
        {
            JsonValueKind.Object => types.Contains("object"),
            JsonValueKind.Array => types.Contains("array"),
            JsonValueKind.String => types.Contains("string"),
            JsonValueKind.Number => types.Contains("number") || types.Contains("integer"),
            JsonValueKind.True or JsonValueKind.False => types.Contains("boolean"),
            _ => false,
        };
        if (!fits)
            yield return $"{at}: {value?.ToJsonString()} is not {string.Join('|', types)}";
        if (schema["enum"] is JsonArray choices && !choices.Any(choice => JsonNode.DeepEquals(choice, value)))
            yield return $"{at}: {value} is none of {choices.ToJsonString()}";
        if (value is JsonArray items)
            foreach (var fault in items.SelectMany((item, index) => Faults(item, schema["items"]!, $"{at}[{index}]")))
                yield return fault;
        if (value is not JsonObject members)
            yield break;
        foreach (
            var missing in (schema["required"] as JsonArray ?? [])
                .Select(name => name!.ToString())
                .Where(name => !members.ContainsKey(name))
        )
            yield return $"{at} lacks {missing}";
        foreach (var (name, member) in members)
            if ((schema["properties"]?[name] ?? schema["additionalProperties"]) is not { } type)
                yield return $"{at}: there is no {name}";
            else
                foreach (var fault in Faults(member, type, $"{at}.{name}"))
                    yield return fault;
    }
}
