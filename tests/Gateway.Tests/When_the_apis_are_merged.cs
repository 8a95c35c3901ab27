using System.Net;
using System.Text.Json.Nodes;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Gateway.Tests;

public sealed class When_the_apis_are_merged
{
    [Fact]
    public async Task Types_of_the_same_name_stay_apart_and_references_follow()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(
            new()
            {
                ["drafting"] = Api("/papers", "decidedOn"),
                ["scheduling"] = Api("/plans", "startsAt"),
                ["participation"] = Api("/topic-areas", "startsAt"),
            }
        );
        using var client = gateway.Client();
        var api = await client.GetAsync("/openapi/v1.json").ReadAsync();

        // A page of events is written alike in all three, but means another event in the first.
        FirstItem(api, "/papers").ShouldBe(["decidedOn"]);
        FirstItem(api, "/plans").ShouldBe(["startsAt"]);
        FirstItem(api, "/topic-areas").ShouldBe(["startsAt"]);
        Schemas(api).Select(schema => schema.Key).ShouldContain("Shared");
        Schemas(api).Count(schema => schema.Key.EndsWith("Shared", StringComparison.Ordinal)).ShouldBe(1, "what is the same is there once");
        Schemas(api)["Shared"]!["properties"]!["event"].ShouldNotBeNull("a property of the same word keeps its name");
        References(api).ShouldAllBe(reference => Schemas(api).ContainsKey(reference));
        api["tags"]!
            .AsArray()
            .Select(tag => tag!["name"]!.GetValue<string>())
            .ShouldBe(["Tasks", "Privacy", "Events"], "the gateway's own is among them");
        api["info"]!["title"]!.GetValue<string>().ShouldBe("Integrationskonzept");
    }

    [Fact]
    public async Task The_description_is_made_once_a_minute_compressed_and_limited()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(settings: [("Gateway:RequestsPerMinute:Anonymous", "3")]);
        using var client = gateway.Client();
        using var first = await client.GetAsync("/openapi/v1.json");
        var tag = first.Headers.ETag.ShouldNotBeNull();
        first.Headers.CacheControl.ShouldNotBeNull().MaxAge.ShouldBe(TimeSpan.FromMinutes(1));

        using var again = new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json") { Headers = { { "If-None-Match", tag.ToString() } } };
        (await client.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        using var small = new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json") { Headers = { { "Accept-Encoding", "br" } } };
        (await client.SendAsync(small)).Content.Headers.ContentEncoding.ShouldBe(["br"]);
        var described = gateway.Services.Where(service => service.Value.Described > 0).ToList();
        described.Select(service => service.Key).ShouldBe(gateway.Services.Keys.Except(["portal"]), ignoreOrder: true);
        described.ShouldAllBe(service => service.Value.Described == 1);
        await client.GetAsync("/openapi/v1.json").ProblemAsync(429, "too-many-requests");
    }

    static string Api(string path, string member) =>
        $$$"""
            {
              "openapi": "3.1.1", "tags": [{ "name": "Events" }],
              "paths": { "{{{path}}}": { "get": { "responses": { "200": { "content": { "application/json": {
                "schema": { "$ref": "#/components/schemas/PageOfEvent" } } } } } } } },
              "components": { "schemas": {
                "PageOfEvent": { "type": "object", "properties": {
                  "items": { "type": "array", "items": { "$ref": "#/components/schemas/Event" } } } },
                "Event": { "type": "object", "properties": { "{{{member}}}": { "type": "string" } } },
                "Shared": { "type": "object", "properties": { "event": { "type": "string" } } } } }
            }
            """;

    static string[] FirstItem(JsonNode api, string path)
    {
        var page = Resolve(api, api["paths"]![path]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!);
        return [.. Resolve(api, page["properties"]!["items"]!["items"]!)["properties"]!.AsObject().Select(property => property.Key)];
    }

    static JsonNode Resolve(JsonNode api, JsonNode reference) => Schemas(api)[reference["$ref"]!.GetValue<string>().Split('/')[^1]]!;

    static JsonObject Schemas(JsonNode api) => api["components"]!["schemas"]!.AsObject();

    static IEnumerable<string> References(JsonNode? node) =>
        node switch
        {
            JsonObject some => some.SelectMany(pair =>
                pair.Key == "$ref" ? [pair.Value!.GetValue<string>().Split('/')[^1]] : References(pair.Value)
            ),
            JsonArray many => many.SelectMany(References),
            _ => [],
        };
}
