using System.Net;
using System.Text.Json.Nodes;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Gateway.Tests;

public sealed class When_a_service_is_away
{
    [Fact]
    public async Task Its_part_says_so_and_the_rest_works()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(away: "drafting");
        using var client = gateway.Client();
        var problem = await client.GetAsync("/api/v1/musterkreis/papers").ProblemAsync(502, "unavailable");
        problem.ToJsonString().ShouldNotContain("127.0.0.1");
        await client.GetAsync("/api/v1/musterkreis/plans").ReadAsync();
        (await client.GetAsync("/openapi/v1.json").ProblemAsync(503, "unavailable"))["detail"]!.GetValue<string>().ShouldContain("drafting");

        // On a busy machine another one may answer too late once.
        await Eventually.TrueAsync(async () =>
        {
            using var health = await client.GetAsync("/health");
            health.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            var checks = JsonNode.Parse(await health.Content.ReadAsStringAsync())!["checks"]!.AsArray();
            var bad = checks.Where(check => check!["status"]!.GetValue<string>() != "Healthy").Select(check => check!["name"]!.GetValue<string>()).ToList();
            return bad is ["drafting"];
        }, "only drafting is unhealthy");
        (await client.GetAsync("/alive")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task With_all_there_the_gateway_is_healthy()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var client = gateway.Client();
        var health = await Eventually.GetAsync(async () => (JsonNode?)await client.GetAsync("/health").ReadAsync(), "it is healthy");
        health["checks"]!.AsArray().Count.ShouldBeGreaterThanOrEqualTo(5);
    }
}
