using Integrationskonzept.Testing;

namespace Integrationskonzept.EndToEnd.Tests;

/// <summary>docs/architecture explains the trace that is looked for here.</summary>
public sealed class When_a_decision_travels(RunningPlatform running)
{
    static readonly (string Service, string Name)[] Way =
    [
        ("gateway", "POST"),
        ("drafting", "decision"),
        ("drafting", "relay ConceptAdopted"),
        ("drafting", "send"),
        ("publication", "receive"),
        ("publication", "seal edition"),
        ("publication", "RenditionWorker"),
        ("rendering", "POST"),
    ];

    [Fact]
    public async Task One_trace_on_the_dashboard_shows_adoption_relay_broker_inbox_sealing_and_rendition()
    {
        var missing = Way;
        try
        {
            await Eventually.TrueAsync(async () => (missing = await MissingAsync()).Length == 0, "one trace has all the steps");
        }
        catch (TimeoutException)
        {
            missing.ShouldBeEmpty();
            throw;
        }
    }

    async Task<(string Service, string Name)[]> MissingAsync()
    {
        var all = await running.Telemetry.SpansAsync();
        var sealing = all.FirstOrDefault(span =>
            span.Name == "seal edition" && span.Tags.GetValueOrDefault("tenant") == "limburg-weilburg"
        );
        var trace = all.Where(span => span.Trace == sealing?.Trace).ToList();
        trace
            .Where(span => span.Service is "drafting" or "publication" && span.Tags.GetValueOrDefault("tenant") != "limburg-weilburg")
            .ShouldBeEmpty();
        return
        [
            .. Way.Where(step =>
                !trace.Exists(span => span.Service == step.Service && span.Name.Contains(step.Name, StringComparison.OrdinalIgnoreCase))
            ),
        ];
    }
}
