namespace Integrationskonzept.Contracts.Tests;

public sealed class When_messages_are_built
{
    static readonly string[] Envelope =
    [
        nameof(IntegrationEvent.Tenant),
        nameof(IntegrationEvent.AggregateId),
        nameof(IntegrationEvent.Version),
        nameof(IntegrationEvent.OccurredAt),
    ];

    [Fact]
    public void Nobody_but_the_outbox_writes_an_envelope()
    {
        foreach (var type in MessageTypes.All)
        foreach (var name in Envelope)
        {
            var property = type.GetProperty(name).ShouldNotBeNull();
            property.DeclaringType.ShouldBe(typeof(IntegrationEvent), $"{type.Name} must not hide {name}");
            property.SetMethod!.IsAssembly.ShouldBeTrue($"{type.Name}.{name}");
        }
    }
}
