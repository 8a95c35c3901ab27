using System.Text.Json.Nodes;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Gateway;

/// <summary>The services' OpenAPI documents as one: front-end teams see one API.</summary>
sealed class ApiDocument(HttpClient http, IConfiguration configuration)
{
    static readonly string[] ComponentKinds = ["schemas", "securitySchemes"];

    /// <summary>Merges what the services describe right now; 503 if one does not answer, as half an API would mislead.</summary>
    public async Task<IResult> ReadAsync(CancellationToken ct)
    {
        var documents = await Task.WhenAll(Routes.Services.Select(service => ReadAsync(service, ct)));
        return TypedResults.Text(Merge(documents).ToJsonString(), "application/json");
    }

    async Task<(string Service, JsonObject Document)> ReadAsync(string service, CancellationToken ct)
    {
        try
        {
            var json = await http.GetStringAsync($"{Routes.AddressOf(service, configuration)}/openapi/v1.json", ct);
            return (service, JsonNode.Parse(json)!.AsObject());
        }
        catch (HttpRequestException)
        {
            throw new ApiDescriptionUnavailable(service);
        }
    }

    internal static JsonObject Merge(IEnumerable<(string Service, JsonObject Document)> documents)
    {
        var (paths, components, tags) = (new JsonObject(), new JsonObject(), new SortedSet<string>(StringComparer.Ordinal));
        foreach (var kind in ComponentKinds) components[kind] = new JsonObject();
        foreach (var (service, original) in documents)
        {
            var document = RenameConflicts(service, original, components["schemas"]!.AsObject());
            foreach (var (path, item) in document["paths"]!.AsObject()) paths[path] = item!.DeepClone();
            foreach (var kind in ComponentKinds)
                foreach (var (name, component) in document["components"]?[kind]?.AsObject() ?? [])
                    components[kind]!.AsObject()[name] = component!.DeepClone();
            tags.UnionWith((document["tags"]?.AsArray() ?? []).Select(tag => tag!["name"]!.GetValue<string>()));
        }
        return new()
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "Integrationskonzept", ["version"] = "v1",
                ["description"] = "One API for the whole way of an Integrationskonzept: papers, plans, participation, drafting, publication.",
                ["license"] = new JsonObject { ["name"] = "EUPL-1.2", ["identifier"] = "EUPL-1.2" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["paths"] = Sorted(paths),
            ["components"] = new JsonObject(components.Select(kind => KeyValuePair.Create(kind.Key, (JsonNode?)Sorted(kind.Value!.AsObject())))),
            ["tags"] = ApiTags.Of(tags),
        };
    }

    /// <summary>Always in the same order, so that a changed contract is a small diff.</summary>
    static JsonObject Sorted(JsonObject members) =>
        new(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

    /// <summary>Two services may each have an <c>EventDto</c> of their own: the later one is prefixed with its service.</summary>
    static JsonObject RenameConflicts(string service, JsonObject document, JsonObject taken)
    {
        // What refers to a renamed type now differs from its namesake too: until nothing conflicts.
        while (Conflicts(document, taken) is { Count: > 0 } names) document = Rename(service, document, names);
        return document;
    }

    static List<string> Conflicts(JsonObject document, JsonObject taken) =>
        [.. (document["components"]?["schemas"]?.AsObject() ?? [])
            .Where(schema => taken.ContainsKey(schema.Key) && !JsonNode.DeepEquals(taken[schema.Key], schema.Value)).Select(schema => schema.Key)];

    static JsonObject Rename(string service, JsonObject document, List<string> names)
    {
        var text = document.ToJsonString();
        foreach (var name in names)
            text = text.Replace($"\"#/components/schemas/{name}\"", $"\"#/components/schemas/{Prefixed(name)}\"", StringComparison.Ordinal);
        var renamed = JsonNode.Parse(text)!.AsObject();
        var schemas = renamed["components"]!["schemas"]!.AsObject();
        foreach (var name in names)
        {
            var schema = schemas[name];
            schemas.Remove(name);
            schemas[Prefixed(name)] = schema;
        }
        return renamed;

        string Prefixed(string name) => char.ToUpperInvariant(service[0]) + service[1..] + name;
    }
}

/// <summary>A service did not describe itself.</summary>
public sealed class ApiDescriptionUnavailable(string service) : Problem(StatusCodes.Status503ServiceUnavailable, "unavailable",
    new("Gerade nicht erreichbar", "Not available right now"),
    new($"Der Dienst {service} antwortet gerade nicht.", $"The service {service} does not answer right now."));
