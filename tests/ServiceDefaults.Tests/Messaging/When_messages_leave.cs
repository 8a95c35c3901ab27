using Integrationskonzept.Contracts;
using Integrationskonzept.Probe.Notes;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.Testing;

namespace Integrationskonzept.ServiceDefaults.Tests.Messaging;

public sealed class When_messages_leave(ProbeService probe)
{
    [Fact]
    public async Task A_request_that_is_rolled_back_publishes_nothing()
    {
        var tenant = await probe.NewTenantAsync();
        using var client = probe.As(tenant, Roles.Coordinator);
        await client
            .SendAsync(HttpMethod.Post, $"/api/v1/{tenant}/failing/after-save", new WriteNote("never"))
            .ProblemAsync(500, "unexpected");

        await client.AddNoteAsync(tenant, "afterwards");
        (await probe.PublishedAsync<TopicAreaOpened>(tenant)).Select(heard => heard.Title).ShouldBe(["afterwards"]);
    }

    [Fact]
    public async Task A_relay_that_crashes_between_publishing_and_deleting_has_one_effect()
    {
        await using var own = await probe.OwnAsync("crashing");
        var tenant = await own.NewTenantAsync();
        // The connection of the relay dies when it deletes what it has published just now.
        await own.SqlAsync(
            """
            create function crash() returns trigger language plpgsql as
                $$ begin perform pg_terminate_backend(pg_backend_pid()); return old; end $$;
            create trigger crash before delete on outbox for each row execute function crash();
            """
        );
        using var client = own.As(tenant, Roles.Coordinator);
        using var deliveries = new Deliveries();
        var note = await client.AddNoteAsync(tenant, "published twice");
        await Eventually.TrueAsync(
            () => Task.FromResult(probe.Bus.Heard<TopicAreaOpened>(tenant).Count >= 2),
            "published again after the crash"
        );

        await own.SqlAsync("drop trigger crash on outbox");
        await Eventually.TrueAsync(async () => (long)(await own.SqlAsync("select count(*) from outbox"))! == 0, "the outbox is empty");
        await probe.Bus.CatchUpAsync();
        await deliveries.AreOverAsync("crashing-echo-notes", tenant, probe.Bus.Heard<TopicAreaOpened>(tenant).Count);
        (await client.EchoesAsync(tenant, note.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_is_lost_while_the_broker_is_away()
    {
        await using var proxy = new ServerProxy(probe.Settings["ConnectionStrings:rabbitmq"]!);
        await using var own = await probe.OwnAsync("cut_off", proxy.Address);
        var tenant = await own.NewTenantAsync();
        using var client = own.As(tenant, Roles.Coordinator);

        proxy.TakeAway();
        var notes = new List<NoteDto>();
        for (var number = 0; number < 20; number++)
            notes.Add(await client.AddNoteAsync(tenant, $"note {number}"));
        const string Away = "The broker does not answer; messages wait in the outbox.";
        (await own.HealthOfAsync("error-queues")).ShouldBe(("Degraded", Away));
        ((long)(await own.SqlAsync("select count(*) from outbox"))!).ShouldBe(20, "they wait");
        proxy.BringBack();

        await Eventually.TrueAsync(
            async () =>
            {
                // The longer it was away, the longer they pause; how long that took here does not matter.
                await own.IsDueAsync("outbox", "position in (select position from outbox for update skip locked)");
                return (long)(await own.SqlAsync("select count(*) from outbox"))! == 0;
            },
            "all have left"
        );
        foreach (var note in notes)
            await Eventually.TrueAsync(async () => await own.EchoesAsync(note.Id) == 1, $"{note.Text} arrived");
        // What other tests publish wrongly lies in this service's error queue, too; but the broker is there.
        (await own.HealthOfAsync("error-queues")).Reason.ShouldNotBe(Away);
    }

    [Fact]
    public async Task Two_relays_on_one_outbox_have_one_effect_for_each_row()
    {
        const int Rows = 300;
        var tenant = await probe.NewTenantAsync();
        await using var second = probe.Beside();
        _ = second.Server;
        using var deliveries = new Deliveries();
        await Database.ExecuteAsync(
            probe.AdminConnection,
            $$"""
            insert into outbox (message_id, type, tenant, body, created_at, due_at, attempts, parked)
            select id, 'TopicAreaOpened', '{{tenant}}', jsonb_build_object('tenant', '{{tenant}}', 'aggregateId', id, 'version', 1,
                'occurredAt', '2026-01-05T10:00:00Z',
                'mandateId', id, 'key', 'note', 'title', 'row'), now(), now(), 0, false
            from (select gen_random_uuid() as id from generate_series(1, {{Rows}})) as ids
            """
        );

        await deliveries.AreOverAsync(Notes.Queue, tenant, Rows);
        // With SKIP LOCKED and no crash the relays do not even publish a row twice.
        (await probe.PublishedAsync<TopicAreaOpened>(tenant)).Count.ShouldBe(Rows);
        (await CountAsync("count(distinct note_id)", tenant), await CountAsync("count(*)", tenant)).ShouldBe((Rows, Rows));
    }

    async Task<long> CountAsync(string select, string tenant) =>
        (long)(await Database.ExecuteAsync(probe.AdminConnection, $"select {select} from echoes where tenant = '{tenant}'"))!;

    [Fact]
    public async Task What_cannot_be_read_is_parked_and_shown_and_goes_out_when_it_is_mended()
    {
        await using var own = await probe.OwnAsync("parking");
        var tenant = await own.NewTenantAsync();
        var note = Guid.CreateVersion7();
        await own.SqlAsync(
            $$"""
            insert into outbox (message_id, type, tenant, body, created_at, due_at, attempts, parked)
            values (gen_random_uuid(), 'TopicAreaOpened', '{{tenant}}', '{"tenant": 5}', now(), now(), 0, false)
            """
        );

        await Eventually.TrueAsync(async () => (await own.MessagesAsync())["parked"]!.GetValue<int>() == 1, "the row is parked");
        var (status, reason) = await own.HealthOfAsync("outbox");
        status.ShouldBe("Degraded");
        reason.ShouldNotBeNull().ShouldContain("1 messages can't be read");

        await own.SqlAsync(
            $$"""
            update outbox set body = jsonb_build_object('tenant', '{{tenant}}', 'aggregateId', '{{note}}', 'version', 1,
                'occurredAt', '2026-01-05T10:00:00Z',
                'mandateId', '{{note}}', 'key', 'note', 'title', 'mended')
            """
        );
        await own.IsDueAsync("outbox");
        // The relay takes what is due in its order: had it taken the parked row, that would be gone before this one.
        using var client = own.As(tenant, Roles.Coordinator);
        await client.AddNoteAsync(tenant, "behind it");
        await Eventually.TrueAsync(
            async () => (long)(await own.SqlAsync("select count(*) from outbox"))! == 1,
            "what is not parked has left"
        );
        (await own.SqlAsync("select parked from outbox")).ShouldBe(true, "a parked row waits for the operator");
        (await own.RedriveAsync())["unparked"]!.GetValue<int>().ShouldBe(1);
        await Eventually.TrueAsync(async () => await own.EchoesAsync(note) == 1, "the mended row went out");
        await Eventually.TrueAsync(async () => (await own.HealthOfAsync("outbox")).Status == "Healthy", "healthy again");
    }
}
