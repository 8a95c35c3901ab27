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
        (await client.GetAsync("/openapi/v1.json").ProblemAsync(503, "unavailable"))["detail"]!
            .GetValue<string>()
            .ShouldContain("drafting");

        // On a busy machine another one may answer too late once.
        await Eventually.TrueAsync(
            async () =>
            {
                using var health = await client.GetAsync("/health");
                health.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
                var checks = JsonNode.Parse(await health.Content.ReadAsStringAsync())!["checks"]!.AsArray();
                var bad = checks
                    .Where(check => check!["status"]!.GetValue<string>() != "Healthy")
                    .Select(check => check!["name"]!.GetValue<string>())
                    .ToList();
                return bad is ["drafting"];
            },
            "only drafting is unhealthy"
        );
        (await client.GetAsync("/alive")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_a_service_says_of_its_broker_is_told_and_one_that_hangs_holds_up_nobody()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var client = gateway.Client();
        gateway.Services["drafting"].Health = """
            { "status": "Degraded", "checks": [
              { "name": "database", "status": "Healthy" },
              { "name": "error-queues", "status": "Degraded", "reason": "The broker does not answer" }] }
            """;
        await Eventually.TrueAsync(
            async () =>
            {
                var report = await client.GetAsync("/health").ReadAsync();
                return report["status"]!.GetValue<string>() == "Degraded"
                    && report["checks"]!.AsArray().Single(check => check!["name"]!.GetValue<string>() == "drafting")![
                        "reason"
                    ]!.GetValue<string>() == "error-queues: The broker does not answer";
            },
            "the gateway says so, too"
        );

        gateway.Services["scheduling"].Health = null;
        var began = TimeProvider.System.GetTimestamp();
        using var hanging = await client.GetAsync("/health");
        hanging.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(8), "two seconds, and the rest for a busy machine");
        (await client.GetAsync("/ready")).StatusCode.ShouldBe(HttpStatusCode.OK, "the door stays open for what works");
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
