using System.Net;
using Integrationskonzept.Contracts;
using Integrationskonzept.Probe.Notes;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.Testing;

namespace Integrationskonzept.ServiceDefaults.Tests.Messaging;

public sealed class When_facts_are_told(ProbeService probe)
{
    [Fact]
    public async Task Each_has_a_version_of_its_own_also_where_nothing_else_was_changed()
    {
        var tenant = await probe.NewTenantAsync();
        using var client = probe.As(tenant, Roles.Coordinator);
        var note = await client.AddNoteAsync(tenant, "told three times");
        for (var again = 0; again < 2; again++)
            await client.SendAsync(HttpMethod.Post, $"/api/v1/{tenant}/notes/{note.Id}/repeat", null).ReadAsync<NoteDto>(HttpStatusCode.OK);
        await probe.Bus.WaitForAsync<TopicAreaOpened>(tenant, fact => fact.Version == 3);
        await probe.Bus.CatchUpAsync();
        probe.Bus.Heard<TopicAreaOpened>(tenant).Select(fact => fact.Version).Order().ShouldBe([1, 2, 3]);
        (await client.GetAsync($"/api/v1/{tenant}/notes/{note.Id}")).Headers.ETag!.Tag.ShouldBe("\"3\"", "what is told is what is stored");
    }
}
