using System.Diagnostics;
using System.Net;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Gateway.Tests;

public sealed class When_an_address_holds_a_secret : IDisposable
{
    const string Secret = "CfDJ8-OpenSesame_x";
    static readonly string[] Addresses =
    [
        $"/account/invitation/{Secret}",
        $"/musterkreis/calendar/mine.ics?secret={Secret}",
        $"/connect/logout?id_token_hint={Secret}",
    ];

    // The client of the test shares the process with the gateway: by itself its request would begin no trace, and so the gateway's none.
    readonly Activity caller = new Activity("caller") { ActivityTraceFlags = ActivityTraceFlags.Recorded }.Start();

    public void Dispose() => caller.Dispose();

    [Fact]
    public async Task Nothing_that_is_exported_holds_it()
    {
        await using var collector = new Collector();
        await using (
            var gateway = await GatewayUnderTest.StartAsync(away: "scheduling", settings: [.. collector.Settings, .. Collector.AllLogs])
        )
        {
            using var anonymous = gateway.Client();
            using var bad = gateway.Client("rubbish");
            foreach (var address in Addresses)
            {
                using var answer = await anonymous.GetAsync(address);
                answer.StatusCode.ShouldBe(address.Contains("calendar") ? HttpStatusCode.BadGateway : HttpStatusCode.OK);
                using var refused = await bad.GetAsync(address);
                refused.StatusCode.ShouldBe(address.Contains("connect") ? HttpStatusCode.OK : HttpStatusCode.Unauthorized);
            }
            gateway.Services["identity"].Asked.ShouldContain($"/account/invitation/{Secret}", "the service itself gets it");
            (await anonymous.GetAsync($"/api/v1/musterkreis/nothing?secret={Secret}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            // The end of the process would cut off what is still on its way.
            await ArrivedAsync(collector, "logs", "Proxying to", 0);
            await ArrivedAsync(collector, "traces", "/account/invitation/Redacted", 2);
            await ArrivedAsync(collector, "metrics", "http.server.request.duration", 0);
        }

        foreach (var signal in new[] { "traces", "logs", "metrics" })
            collector.Count(signal, "OpenSesame").ShouldBe(0, signal);
        collector.Count("traces", "/account/invitation/Redacted").ShouldBeGreaterThan(2, "of the request, and of what the gateway asked");
        collector.Count("logs", "Proxying to").ShouldBeGreaterThan(0);
        collector.Count("metrics", "http.server.request.duration").ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task An_ordinary_request_is_in_the_trace_and_not_in_the_log()
    {
        await using var collector = new Collector();
        (string, string)[] settings = [.. collector.Settings, ("Logging:LogLevel:Default", "Information")];
        await using (var gateway = await GatewayUnderTest.StartAsync(settings: settings))
        {
            using var client = gateway.Client();
            await client.GetAsync("/musterkreis/calendar.ics").ReadAsync();
            await ArrivedAsync(collector, "logs", "Application started", 0);
            await ArrivedAsync(collector, "traces", "/musterkreis/calendar.ics", 0);
        }
        collector.Spans.ShouldContain(span => span.Tags.GetValueOrDefault("url.path") == "/musterkreis/calendar.ics");
        collector.Count("logs", "Application started").ShouldBeGreaterThan(0);
        collector.Count("logs", "calendar.ics").ShouldBe(0);
    }

    static Task ArrivedAsync(Collector collector, string signal, string text, int moreThan) =>
        Eventually.TrueAsync(() => Task.FromResult(collector.Count(signal, text) > moreThan), $"{text} has left the process");
}
