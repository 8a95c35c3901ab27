using System.Text.Json;
using System.Text.Json.Nodes;
using Integrationskonzept.Rendering.Problems;

namespace Integrationskonzept.Rendering.Office;

/// <summary>
/// Takes out of a document in pandoc's JSON whatever its writers would load: metadata (a style sheet, a cover), raw markup, and
/// every image that isn't inline. A picture taken out leaves its description.
/// </summary>
static class SafeContent
{
    const int Depth = 2000;
    static readonly JsonSerializerOptions Deep = new() { MaxDepth = Depth };
    static readonly string[] Pictures = ["data:image/png;", "data:image/jpeg;", "data:image/gif;"];

    public static byte[] From(byte[] json)
    {
        try
        {
            var root = JsonNode.Parse(json, documentOptions: new() { MaxDepth = Depth })!.AsObject();
            root["meta"] = new JsonObject();
            Clean(root["blocks"]!);
            return JsonSerializer.SerializeToUtf8Bytes(root, Deep);
        }
        catch (JsonException)
        {
            // Nested deeper than any document is.
            throw RenderingProblem.Failed();
        }
    }

    static void Clean(JsonNode node)
    {
        if (node is JsonArray items)
        {
            for (var i = items.Count - 1; i >= 0; i--)
            {
                if (TypeOf(items[i]) is "RawInline" or "RawBlock")
                    items.RemoveAt(i);
                else if (items[i] is { } item)
                    Clean(item);
            }
        }
        else if (node is JsonObject element)
        {
            if (TypeOf(element) == "Image")
                ReplaceUnlessInline(element);
            foreach (var (_, value) in element)
            {
                if (value is not null)
                    Clean(value);
            }
        }
    }

    static void ReplaceUnlessInline(JsonObject image)
    {
        // {"t":"Image","c":[attributes, description, [address, title]]}
        var parts = image["c"]!.AsArray();
        var address = parts[2]![0]!.GetValue<string>();
        if (Array.Exists(Pictures, p => address.StartsWith(p, StringComparison.OrdinalIgnoreCase)))
            return;
        image["t"] = "Span";
        parts.RemoveAt(2);
    }

    static string? TypeOf(JsonNode? node) => node is JsonObject o && o["t"] is JsonValue t ? t.GetValue<string>() : null;
}
