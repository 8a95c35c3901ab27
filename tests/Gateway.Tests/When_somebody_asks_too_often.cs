using System.Net;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Gateway.Tests;

public sealed class When_somebody_asks_too_often
{
    [Fact]
    public async Task They_alone_are_told_to_wait()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(
            settings: [("Gateway:RequestsPerMinute:SignedIn", "3"), ("Gateway:RequestsPerMinute:Anonymous", "2")]
        );
        using var busy = gateway.Client(gateway.Issuer.Token([], subject: "busy"));
        using var calm = gateway.Client(gateway.Issuer.Token([], subject: "calm"));
        using var anonymous = gateway.Client();

        await PassAsync(busy, 3);
        await RefusedAsync(busy);
        await PassAsync(calm, 1);
        await PassAsync(anonymous, 2);
        await RefusedAsync(anonymous);
        gateway.Asked().ShouldBe(6);
        (await anonymous.GetAsync("/health")).StatusCode.ShouldBe(HttpStatusCode.OK, "monitoring is not limited");

        static async Task PassAsync(HttpClient client, int times)
        {
            for (var time = 0; time < times; time++)
                await client.GetAsync("/api/v1/musterkreis/papers").ReadAsync();
        }

        static async Task RefusedAsync(HttpClient client)
        {
            using var answer = await client.GetAsync("/api/v1/musterkreis/papers");
            answer
                .Headers.RetryAfter.ShouldNotBeNull()
                .Delta.ShouldNotBeNull()
                .ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
            await Task.FromResult(answer).ProblemAsync(429, "too-many-requests");
        }
    }
}
