using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.OpenApi;
using Microsoft.Net.Http.Headers;

namespace Integrationskonzept.Gateway;

/// <summary>The services' OpenAPI documents and the gateway's own as one: front-end teams see one API.</summary>
sealed class ApiDocument(IHttpClientFactory clients, IConfiguration configuration, IServiceProvider services, TimeProvider time)
    : IDisposable
{
    static readonly TimeSpan Keep = TimeSpan.FromMinutes(1);
    static readonly string[] ComponentKinds = ["schemas", "securitySchemes"];
    readonly SemaphoreSlim gate = new(1);
    (byte[] Text, EntityTagHeaderValue Tag, DateTimeOffset Until)? kept;

    /// <summary>
    /// Merges what the services describe, once a minute however many ask; 503 if one does not answer, as half an API would mislead.
    /// </summary>
    public async Task<IResult> ReadAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            if (kept is not { } recent || recent.Until <= time.GetUtcNow())
                kept = await MergeAsync(ct);
        }
        finally
        {
            gate.Release();
        }
        return TypedResults.Bytes(kept.Value.Text, "application/json", entityTag: kept.Value.Tag);
    }

    public void Dispose() => gate.Dispose();

    async Task<(byte[] Text, EntityTagHeaderValue Tag, DateTimeOffset Until)> MergeAsync(CancellationToken ct)
    {
        var documents = await Task.WhenAll(Routes.Services.Select(service => ReadAsync(service, ct)));
        var text = Encoding.UTF8.GetBytes(Merge([.. documents, await OwnApi.DescribeAsync(services, ct)]).ToJsonString());
        return (text, new($"\"{Convert.ToHexStringLower(SHA256.HashData(text))[..16]}\"", isWeak: true), time.GetUtcNow() + Keep);
    }

    async Task<(string Service, JsonObject Document)> ReadAsync(string service, CancellationToken ct)
    {
        try
        {
            var json = await clients
                .CreateClient(nameof(ApiDocument))
                .GetStringAsync($"{Routes.AddressOf(service, configuration)}/openapi/v1.json", ct);
            return (service, JsonNode.Parse(json)!.AsObject());
        }
        catch (Exception failure)
            when (failure is HttpRequestException || (failure is TaskCanceledException && !ct.IsCancellationRequested))
        {
            throw new ApiDescriptionUnavailable(service);
        }
    }

    internal static JsonObject Merge(IEnumerable<(string Service, JsonObject Document)> documents)
    {
        var paths = new JsonObject();
        var components = new JsonObject();
        var tags = new Dictionary<string, string?>();
        foreach (var kind in ComponentKinds)
            components[kind] = new JsonObject();
        foreach (var (service, original) in documents)
        {
            var document = RenameConflicts(service, original, components["schemas"]!.AsObject());
            foreach (var (path, item) in document["paths"]!.AsObject())
                paths[path] = item!.DeepClone();
            foreach (var kind in ComponentKinds)
            foreach (var (name, component) in document["components"]?[kind]?.AsObject() ?? [])
                components[kind]!.AsObject()[name] = component!.DeepClone();
            foreach (var tag in document["tags"]?.AsArray() ?? [])
                tags[(string)tag!["name"]!] = (string?)tag["description"] ?? tags.GetValueOrDefault((string)tag["name"]!);
        }
        return new()
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "Integrationskonzept",
                ["version"] = "v1",
                ["description"] =
                    "One API for the whole way of an Integrationskonzept: papers, plans, participation, drafting, publication.",
                ["license"] = new JsonObject { ["name"] = "EUPL-1.2", ["identifier"] = "EUPL-1.2" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["paths"] = Sorted(paths),
            ["components"] = new JsonObject(
                components.Select(kind => KeyValuePair.Create(kind.Key, (JsonNode?)Sorted(kind.Value!.AsObject())))
            ),
            ["tags"] = ApiTags.Of(tags),
        };
    }

    /// <summary>Always in the same order, so that a changed contract is a small diff.</summary>
    static JsonObject Sorted(JsonObject members) =>
        new(
            members
                .OrderBy(member => member.Key, StringComparer.Ordinal)
                .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))
        );

    /// <summary>Two services may each have an <c>TopicAreaDto</c> of their own: the later one is prefixed with its service.</summary>
    static JsonObject RenameConflicts(string service, JsonObject document, JsonObject taken)
    {
        // What refers to a renamed type now differs from its namesake too: until nothing conflicts.
        while (Conflicts(document, taken) is { Count: > 0 } names)
            document = Rename(service, document, names);
        return document;
    }

    static List<string> Conflicts(JsonObject document, JsonObject taken) =>
        [
            .. (document["components"]?["schemas"]?.AsObject() ?? [])
                .Where(schema => taken.ContainsKey(schema.Key) && !JsonNode.DeepEquals(taken[schema.Key], schema.Value))
                .Select(schema => schema.Key),
        ];

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

static class ApiDocumentSetup
{
    const string Address = "/openapi/v1.json";

    public static void AddApiDocument(this WebApplicationBuilder builder)
    {
        builder
            .Services.AddApiDescription()
            .AddSingleton<ApiDocument>()
            .AddHttpClient(nameof(ApiDocument))
            .ConfigureHttpClient(http => http.Timeout = Limits.Patience(builder.Configuration));
        // Of the gateway's own answers only this one: it is large, public, and holds nothing that a caller sent (BREACH).
        builder.Services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["application/json"];
        });
    }

    public static void MapApiDocument(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path == Address, branch => branch.UseResponseCompression());
        app.MapGet(
                Address,
                (ApiDocument document, HttpContext http, CancellationToken ct) =>
                {
                    http.Response.Headers.CacheControl = "public, max-age=60";
                    return document.ReadAsync(ct);
                }
            )
            .RequireRateLimiting(Limits.PerCaller)
            .ExcludeFromDescription();
    }
}

/// <summary>A service did not describe itself.</summary>
public sealed class ApiDescriptionUnavailable(string service)
    : Problem(
        StatusCodes.Status503ServiceUnavailable,
        "unavailable",
        new("Gerade nicht erreichbar", "Not available right now"),
        new($"Der Dienst {service} antwortet gerade nicht.", $"The service {service} does not answer right now.")
    );
