using System.Text.Json.Nodes;
using Integrationskonzept.Testing;

namespace Integrationskonzept.EndToEnd.Tests;

/// <summary>docs/architecture explains the trace that is looked for here.</summary>
public sealed class When_a_decision_travels(RunningPlatform running)
{
    [Fact]
    public async Task One_trace_shows_adoption_relay_broker_and_sealing() => await Eventually.TrueAsync(() =>
    {
        var spans = Directory.GetFiles(Path.Combine(running.StateDirectory, "telemetry"), "*.jsonl")
            .SelectMany(file => File.ReadAllLines(file)).Select(line => JsonNode.Parse(line)!).ToList();
        var sealing = spans.FirstOrDefault(span => Text(span, "name") == "seal edition");
        if (sealing is null) return Task.FromResult(false);

        var trace = spans.Where(span => Text(span, "trace") == Text(sealing, "trace")).ToList();
        bool Has(string service, string name) => trace.Exists(span => Text(span, "service") == service && Text(span, "name").Contains(name, StringComparison.OrdinalIgnoreCase));
        return Task.FromResult(
            Has("gateway", "POST") && Has("drafting", "decision") && Has("drafting", "relay ConceptAdopted") && Has("drafting", "send")
            && Has("publication", "receive") && Has("publication", "seal edition")
            && trace.Where(span => Text(span, "service") is "drafting" or "publication").All(span => Text(span, "tenant") == "limburg-weilburg"));
    }, "one trace has all the steps, each with its tenant");

    static string Text(JsonNode span, string name) => span[name]?.GetValue<string>() ?? "";
}
