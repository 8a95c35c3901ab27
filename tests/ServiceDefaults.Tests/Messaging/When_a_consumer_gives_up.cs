using Integrationskonzept.Probe.Notes;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.Testing;

namespace Integrationskonzept.ServiceDefaults.Tests.Messaging;

public sealed class When_a_consumer_gives_up(ProbeService probe)
{
    const string Queue = "refusing-echo-notes";

    [Fact]
    public async Task Wrong_tenants_are_refused_at_once_and_failures_wait_for_the_operator()
    {
        await using var own = await probe.OwnAsync("refusing");
        var tenant = await own.NewTenantAsync();
        var other = await own.NewTenantAsync();

        // Whose tenant header is wrong or missing never reaches the consumer.
        var (wrong, missing) = (Notes.Message(tenant), Notes.Message(tenant));
        await probe.Bus.PublishAsync(wrong, tenantHeader: other);
        await probe.Bus.PublishAsync(missing, tenantHeader: null);
        await Eventually.TrueAsync(async () => await ErrorsAsync(own) == 2, "both are refused");
        new[] { wrong, missing }.ShouldAllBe(note => AttemptsAt(note) == 0);

        // Whose cause is not mended stays, visible.
        var stuck = Notes.Message(tenant);
        await own.SqlAsync($"insert into obstacles (note_id, attempts) values ('{stuck.AggregateId}', 1000)");
        await probe.Bus.PublishAsync(stuck);
        await Eventually.TrueAsync(async () => await ErrorsAsync(own) == 3, "given up");
        AttemptsAt(stuck).ShouldBe(7);
        (await own.HealthOfAsync("error-queues")).ShouldBe(("Degraded", $"Given up: 3 in {Queue}_error"));
        (await own.EchoesAsync(stuck.AggregateId)).ShouldBe(0);

        // Mended and redriven it comes through; what is wrong in itself comes back, and does not keep the operator waiting.
        await own.SqlAsync("delete from obstacles");
        (await own.RedriveAsync(Queue))["fromErrorQueues"]!.GetValue<int>().ShouldBe(3);
        await Eventually.TrueAsync(async () => await own.EchoesAsync(stuck.AggregateId) == 1, "the mended one came through");
        await Eventually.TrueAsync(async () => await ErrorsAsync(own) == 2, "the refused ones are back");
        (await own.EchoesAsync(wrong.AggregateId) + await own.EchoesAsync(missing.AggregateId)).ShouldBe(0);
    }

    [Fact]
    public async Task Redriving_needs_a_queue_of_the_service_and_the_operator()
    {
        using var @operator = probe.AsOperator();
        await @operator
            .SendAsync(HttpMethod.Post, "/api/v1/operations/probe/messages/redrive", new { queue = "somebody-elses" })
            .ProblemAsync(404, "not-found");
        // Nothing ever failed here, so there is no error queue yet.
        var none = await @operator
            .SendAsync(HttpMethod.Post, "/api/v1/operations/probe/messages/redrive", new { queue = "probe-known-tenant" })
            .ReadAsync();
        none["fromErrorQueues"]!.GetValue<int>().ShouldBe(0);

        using var member = probe.As(await probe.NewTenantAsync(), Roles.Coordinator);
        await member.GetAsync("/api/v1/operations/probe/messages").ProblemAsync(403, "forbidden");
    }

    static int AttemptsAt(Contracts.TopicAreaOpened note) => EchoNotes.Attempts.GetValueOrDefault((Queue, note.AggregateId));

    static async Task<int> ErrorsAsync(OwnProbe own) => (await own.MessagesAsync())["errors"]?[Queue]?.GetValue<int>() ?? 0;
}
