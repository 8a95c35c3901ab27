using Integrationskonzept.Testing;

namespace Integrationskonzept.EndToEnd.Tests;

/// <summary>docs/architecture explains the trace that is looked for here.</summary>
public sealed class When_a_decision_travels(RunningPlatform running)
{
    [Fact]
    public async Task One_trace_on_the_dashboard_shows_adoption_relay_broker_inbox_sealing_and_rendition()
    {
        var (service, name) = ("publication", "seal edition");
        var missing = "nothing was sealed";
        await Eventually.TrueAsync(async () =>
        {
            var sealing = (await running.Telemetry.SpansAsync()).FirstOrDefault(span => span.Service == service && span.Name == name);
            if (sealing is null) return false;
            var trace = await running.Telemetry.SpansAsync(sealing.Trace);
            (string Service, string Name)[] way =
            [
                ("gateway", "POST"), ("drafting", "decision"), ("drafting", "relay ConceptAdopted"), ("drafting", "send"),
                ("publication", "receive"), ("publication", "seal edition"), ("publication", "render"), ("rendering", "POST"),
            ];
            missing = string.Join(", ", way.Where(step => !trace.Any(span =>
                span.Service == step.Service && span.Name.Contains(step.Name, StringComparison.OrdinalIgnoreCase))));
            return missing.Length == 0 && trace.Where(span => span.Service is "drafting" or "publication")
                .All(span => span.Tags.GetValueOrDefault("tenant") == "limburg-weilburg");
        }, $"one trace has all the steps, each with its tenant; missing: {missing}");
    }
}
