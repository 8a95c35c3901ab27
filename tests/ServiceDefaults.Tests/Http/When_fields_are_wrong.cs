using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.Testing;

namespace Integrationskonzept.ServiceDefaults.Tests.Http;

public sealed class When_fields_are_wrong(ProbeService probe)
{
    static readonly JsonObject Wrong = JsonNode
        .Parse(
            """
            {
              "name": "much too long", "seatCount": 0, "mail": "nobody", "key": "12x", "price": 1000000.01,
              "items": [{ "title": "fine" }, { "title": " ", "startTime": "06:59", "below": { "title": "" } }]
            }
            """
        )!
        .AsObject();

    [Fact]
    public async Task They_are_named_as_in_json_and_told_how_to_be_mended_in_german()
    {
        var problem = await SendAsync(Wrong, "de");
        Errors(problem)
            .ShouldBe(
                new Dictionary<string, string>
                {
                    ["name"] = "Höchstens 5 Zeichen; hier sind es 13.",
                    ["seatCount"] = "Geben Sie einen Wert von 1 bis 200 an.",
                    ["mail"] = "Geben Sie eine vollständige Mailadresse an, etwa name@example.org.",
                    ["key"] = "Schreiben Sie es als fünf Ziffern.",
                    ["price"] = "Geben Sie einen Wert von 0 bis 1.000.000 an.",
                    ["items[1].title"] = "Das fehlt oder ist leer. Geben Sie einen Wert an.",
                    ["items[1].startTime"] = "Geben Sie einen Wert von 07:00 bis 14:00 an.",
                    ["items[1].below.title"] = "Das fehlt oder ist leer. Geben Sie einen Wert an.",
                },
                ignoreOrder: true
            );
        problem["detail"]!.GetValue<string>().ShouldContain("seatCount");
    }

    [Fact]
    public async Task And_in_english()
    {
        Errors(await SendAsync(Wrong, "en"))
            .ShouldBe(
                new Dictionary<string, string>
                {
                    ["name"] = "At most 5 characters; here are 13.",
                    ["seatCount"] = "Give a value from 1 to 200.",
                    ["mail"] = "Give a whole mail address, such as name@example.org.",
                    ["key"] = "Write it as five digits.",
                    ["price"] = "Give a value from 0 to 1,000,000.",
                    ["items[1].title"] = "This is missing or empty. Give a value.",
                    ["items[1].startTime"] = "Give a value from 07:00 to 14:00.",
                    ["items[1].below.title"] = "This is missing or empty. Give a value.",
                },
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task Lists_have_lengths_and_queries_names()
    {
        var many = new JsonObject
        {
            ["name"] = "fine",
            ["seatCount"] = 1,
            ["items"] = new JsonArray([.. Enumerable.Range(0, 3).Select(_ => new JsonObject { ["title"] = "a" })]),
        };
        Errors(await SendAsync(many, "de"))["items"].ShouldBe("Höchstens 2 Einträge; hier sind es 3.");
        many["items"] = new JsonArray();
        Errors(await SendAsync(many, "de"))["items"].ShouldBe("Mindestens 1 Eintrag; hier sind es 0.");

        var tenant = await probe.NewTenantAsync();
        using var client = probe.As(tenant, Roles.Coordinator);
        Errors(await client.GetAsync($"/api/v1/{tenant}/notes?limit=500").ProblemAsync(400, "validation")).Keys.ShouldBe(["limit"]);
    }

    async Task<JsonNode> SendAsync(JsonObject fields, string language)
    {
        using var client = probe.CreateClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return await client.PostAsync("/anonymous/fields", JsonContent.Create(fields)).ProblemAsync(400, "validation");
    }

    static Dictionary<string, string> Errors(JsonNode problem) =>
        problem["errors"]!.AsObject().ToDictionary(field => field.Key, field => field.Value!.AsArray().Single()!.GetValue<string>());
}
