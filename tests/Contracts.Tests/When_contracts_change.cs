using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Integrationskonzept.Contracts.Tests;

public sealed class When_contracts_change
{
    const string Rule =
        "Contracts change by addition only: messages of the older form wait in outboxes and queues, and services are "
        + "updated one after another. "
        + "Keep the old member and add a new, optional one (or a new message type).";

    static string Committed([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../services/Contracts/contracts.schema.json");

    [Fact]
    public void They_change_by_addition_only_and_on_purpose()
    {
        var before = JsonNode.Parse(File.ReadAllText(Committed()))!.AsObject();
        var now = ContractSchema.Now();
        var breaking = ContractChange.Breaking(before, now);
        if (breaking.Count > 0)
            Assert.Fail($"{Rule}\n{string.Join("\n", breaking)}");

        if (Environment.GetEnvironmentVariable("UPDATE_CONTRACTS") == "1")
            File.WriteAllText(Committed(), ContractSchema.Write(now));
        else if (!JsonNode.DeepEquals(before, now))
            Assert.Fail(
                "Something was added to the contracts. If that is on purpose: UPDATE_CONTRACTS=1 ./test Contracts, then "
                    + "commit services/Contracts/contracts.schema.json."
            );
    }

    [Fact]
    public void Every_event_has_a_stable_name() =>
        typeof(IntegrationEvent)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(IntegrationEvent)) && !type.IsAbstract)
            .Select(type => type.Name)
            .Order()
            .ShouldBe(MessageTypes.All.Select(type => type.Name).Order());

    [Fact]
    public void Every_event_is_found_under_its_name()
    {
        foreach (var type in MessageTypes.All)
        {
            MessageTypes.Find(type.Name).ShouldBe(type);
            type.IsSealed.ShouldBeTrue($"{type.Name}: a consumer of a base type would get messages that it does not know");
        }
        MessageTypes.Find("NoSuchEvent").ShouldBeNull();
    }
}
