using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.Testing;

namespace Integrationskonzept.ServiceDefaults.Tests.Messaging;

public sealed class When_messages_arrive(ProbeService probe)
{
    [Fact]
    public async Task A_redelivery_is_skipped()
    {
        var tenant = await probe.NewTenantAsync();
        using var client = probe.As(tenant, Roles.Coordinator);
        var (message, id) = (Notes.Message(tenant), Guid.CreateVersion7());
        for (var delivery = 0; delivery < 5; delivery++) await probe.Bus.PublishAsync(message, id);
        (await client.EchoesAsync(tenant, message.AggregateId)).ShouldBe(1);

        await probe.Bus.PublishAsync(message); // another message of the same note is no redelivery
        (await client.EchoesAsync(tenant, message.AggregateId, atLeast: 2)).ShouldBe(2);
    }

    [Fact]
    public async Task A_consumer_that_fails_three_times_has_one_effect()
    {
        var tenant = await probe.NewTenantAsync();
        using var client = probe.As(tenant, Roles.Coordinator);
        var message = Notes.Message(tenant);
        await Database.ExecuteAsync(probe.AdminConnection, $"insert into obstacles (note_id, attempts) values ('{message.AggregateId}', 3)");
        await probe.Bus.PublishAsync(message);
        (await client.EchoesAsync(tenant, message.AggregateId)).ShouldBe(1);
    }
}
