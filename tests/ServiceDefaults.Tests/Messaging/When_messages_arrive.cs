using Integrationskonzept.Probe.Notes;
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
        var message = Notes.Message(tenant);
        var id = Guid.CreateVersion7();
        using var deliveries = new Deliveries();
        for (var delivery = 0; delivery < 5; delivery++)
            await probe.Bus.PublishAsync(message, id);
        await deliveries.AreOverAsync(Notes.Queue, tenant, 5);
        (await client.EchoesAsync(tenant, message.AggregateId)).ShouldBe(1);

        await probe.Bus.PublishAsync(message); // another message of the same note is no redelivery
        await deliveries.AreOverAsync(Notes.Queue, tenant, 6);
        (await client.EchoesAsync(tenant, message.AggregateId)).ShouldBe(2);
    }

    [Fact]
    public async Task A_consumer_that_fails_three_times_has_one_effect()
    {
        var tenant = await probe.NewTenantAsync();
        using var client = probe.As(tenant, Roles.Coordinator);
        var message = Notes.Message(tenant);
        await Database.ExecuteAsync(
            probe.AdminConnection,
            $"insert into obstacles (note_id, attempts) values ('{message.AggregateId}', 3)"
        );
        using var deliveries = new Deliveries();
        await probe.Bus.PublishAsync(message);
        await deliveries.AreOverAsync(Notes.Queue, tenant, 1);
        EchoNotes.Attempts[(Notes.Queue, message.AggregateId)].ShouldBe(4);
        (await client.EchoesAsync(tenant, message.AggregateId)).ShouldBe(1);
    }
}
