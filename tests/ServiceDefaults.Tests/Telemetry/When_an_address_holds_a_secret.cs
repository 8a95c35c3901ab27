using System.Diagnostics;
using System.Net.Http.Headers;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.Testing;

namespace Integrationskonzept.ServiceDefaults.Tests.Telemetry;

[Collection(nameof(Alone))]
public sealed class When_an_address_holds_a_secret(ProbeService probe)
{
    const string Secret = "CfDJ8-OpenSesame_%2Fx",
        Asked = "Asked for /account/invitation/Redacted or http://probe/account/invitation/Redacted";

    [Fact]
    public async Task Nothing_that_is_exported_holds_it()
    {
        await using var collector = new Collector();
        string tenant;
        await using (var own = await probe.OwnAsync("secretive", settings: [.. collector.Settings, .. Collector.AllLogs]))
        {
            tenant = await own.NewTenantAsync();
            using var client = own.As(tenant, Roles.Participant);
            foreach (
                var (path, status) in new (string, int)[]
                {
                    ($"/account/invitation/fine{Secret}", 200),
                    ($"/account/invitation/{Secret}", 500),
                    ($"/Account/Invitation/{Secret}/more", 404),
                    ($"/{tenant}/calendar/mine.ics?secret=fine{Secret}", 200),
                    ($"/{tenant}/calendar/mine.ics?secret={Secret}", 500),
                    ($"/{tenant}/calendar/mine.ics?first=1&Secret={Secret}", 500),
                    ($"/nowhere/calendar/mine.ics?secret={Secret}", 404),
                    ($"/{tenant}/calendar/other.ics?secret={Secret}", 404),
                    ($"/api/v1/{tenant}/notes?limit=x&secret={Secret}", 400),
                    ($"/account/invitation//{Secret}", 404),
                    ($"/account/invitation/it's{Secret}", 500),
                    ($"/account%252Finvitation%252F{Secret}", 404),
                    ($"/{tenant}/calendar/other.ics?{Secret}", 404),
                    ($"/{tenant}/calendar/other.ics?secret%3D{Secret}", 404),
                    ($"/{tenant}/calendar/other.ics?secret='{Secret}", 404),
                    ($"/{tenant}/calendar/other.ics?secret[x<y]={Secret}", 404),
                    ($"/account/sign-in?returnUrl=%2Faccount%2Finvitation%2F{Secret}", 404),
                }
            )
                using (var answer = await client.GetAsync(path))
                    ((int)answer.StatusCode).ShouldBe(status, path);

            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "rubbish");
            using (var refused = await client.GetAsync($"/api/v1/{tenant}/notes?secret={Secret}"))
                ((int)refused.StatusCode).ShouldBe(401);

            // What a library would write into a span of its own.
            using var source = new ActivitySource("Integrationskonzept.Test");
            using (var span = source.StartActivity($"asked /account/invitation/{Secret}"))
                span.ShouldNotBeNull()
                    .SetStatus(ActivityStatusCode.Error, $"/account/invitation/{Secret}")
                    .SetTag("url.full", $"http://probe/account/invitation/{Secret}?x={Secret}")
                    .AddException(new InvalidOperationException($"GET http://probe/{tenant}/calendar/mine.ics?secret={Secret} failed"));
            // The end of the process would cut off what is still on its way: at Trace so much is logged.
            await Eventually.TrueAsync(() => Task.FromResult(collector.Count("logs", Asked) == 3), "the logs have left the process");
            await Eventually.TrueAsync(
                () => Task.FromResult(collector.Count("traces", "/account/invitation/Redacted") > 3),
                "the spans have left the process"
            );
        }

        foreach (var signal in new[] { "traces", "logs", "metrics" })
        {
            collector.Count(signal, "OpenSesame").ShouldBe(0, signal);
            collector.Count(signal, tenant).ShouldBeGreaterThan(0, $"{signal} were exported");
        }
        collector.Count("traces", "/account/invitation/Redacted").ShouldBeGreaterThan(3);
        collector.Count("traces", "/account/invitation/{token}").ShouldBeGreaterThan(0);
        collector.Count("traces", "calendar/mine.ics?secret=Redacted failed").ShouldBeGreaterThan(0, "the event of the exception");
        collector.Count("logs", Asked).ShouldBe(3);
        collector.Count("logs", "InvalidOperationException: /account/invitation/Redacted is not for everybody").ShouldBeGreaterThan(0);
        collector.Count("logs", "RequestPath").ShouldBeGreaterThan(0, "the scope of a request");
    }
}
