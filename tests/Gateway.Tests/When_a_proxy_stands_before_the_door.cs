using System.Net;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Gateway.Tests;

public sealed class When_a_proxy_stands_before_the_door
{
    static readonly (string, string) Few = ("Gateway:RequestsPerMinute:Anonymous", "2");

    [Fact]
    public async Task Visitors_behind_one_that_is_trusted_are_told_apart()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(
            settings: [Few, ("Edge:TrustedProxies", "10.0.0.0/8, 127.0.0.1"), ("Edge:AllowedHosts:0", "konzept.example")]
        );
        for (var time = 0; time < 2; time++)
            (await AskAsync(gateway, "203.0.113.1", "https", "konzept.example")).ShouldBe(
                (HttpStatusCode.OK, "203.0.113.1", "https", "konzept.example", true)
            );
        (await AskAsync(gateway, "203.0.113.1")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await AskAsync(gateway, "203.0.113.2")).Status.ShouldBe(HttpStatusCode.OK, "another visitor of the same proxy");
        // Before the trusted proxies anybody can have written anything.
        (await AskAsync(gateway, "203.0.113.9, 203.0.113.1, 10.7.7.7")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("192.0.2.0/24")]
    public async Task Of_any_other_nothing_is_believed(string? trusted)
    {
        await using var gateway = await GatewayUnderTest.StartAsync(
            settings: [Few, ("Edge:TrustedProxies", trusted ?? ""), ("Edge:AllowedHosts", "konzept.example")]
        );
        (await AskAsync(gateway, "203.0.113.1", "https", "konzept.example")).ShouldBe(
            (HttpStatusCode.OK, "127.0.0.1", "http", "127.0.0.1", false)
        );
        (await AskAsync(gateway, "203.0.113.2")).Status.ShouldBe(HttpStatusCode.OK);
        (await AskAsync(gateway, "203.0.113.3")).Status.ShouldBe(HttpStatusCode.TooManyRequests, "it is one visitor, whatever it says");
    }

    [Fact]
    public async Task A_foreign_name_is_refused_before_anybody_makes_addresses_of_it()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(
            settings: [("Edge:TrustedProxies", "127.0.0.1"), ("Edge:AllowedHosts", "konzept.example")]
        );
        using var client = gateway.Client();
        foreach (
            var (host, forwarded, isOurs) in new[]
            {
                ("konzept.example", null, true),
                ("KONZEPT.example:443", null, true),
                ("localhost:8080", null, true),
                ("evil.example", null, false),
                ("konzept.example.evil.example", null, false),
                ("konzept.example", "evil.example", false),
                ("localhost", "konzept.example", true),
            }
        )
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/.well-known/openid-configuration") { Headers = { Host = host } };
            if (forwarded is not null)
                request.Headers.Add("X-Forwarded-Host", forwarded);
            if (isOurs)
                await client.SendAsync(request).ReadAsync();
            else
                await client.SendAsync(request).ProblemAsync(400, "host-unknown");
        }
        gateway.Asked().ShouldBe(4);

        using var probe = new HttpRequestMessage(HttpMethod.Get, "/alive") { Headers = { Host = "10.1.2.3:8080" } };
        (await client.SendAsync(probe)).StatusCode.ShouldBe(HttpStatusCode.OK, "probes ask by address");
    }

    [Fact]
    public async Task A_network_that_is_none_is_told_at_the_start() =>
        (
            await Should.ThrowAsync<InvalidOperationException>(() =>
                GatewayUnderTest.StartAsync(settings: [("Edge:TrustedProxies", "the proxy")])
            )
        ).Message.ShouldContain("Edge:TrustedProxies");

    static async Task<(HttpStatusCode Status, string? For, string? Proto, string? Host, bool Hsts)> AskAsync(
        GatewayUnderTest gateway,
        string visitor,
        string scheme = "http",
        string? host = null
    )
    {
        using var client = gateway.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/musterkreis/papers")
        {
            Headers = { { "X-Forwarded-For", visitor }, { "X-Forwarded-Proto", scheme } },
        };
        if (host is not null)
            request.Headers.Add("X-Forwarded-Host", host);
        using var answer = await client.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
            return (answer.StatusCode, null, null, null, false);
        var seen = System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        return (
            answer.StatusCode,
            seen["for"]!.GetValue<string>(),
            seen["proto"]!.GetValue<string>(),
            seen["host"]!.GetValue<string>().Split(':')[0],
            answer.Headers.Contains("Strict-Transport-Security")
        );
    }
}
