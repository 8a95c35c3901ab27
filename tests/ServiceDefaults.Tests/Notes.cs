using System.Net;
using Integrationskonzept.Contracts;
using Integrationskonzept.Probe.Notes;
using Integrationskonzept.Testing;

namespace Integrationskonzept.ServiceDefaults.Tests;

/// <summary>What tests do with notes.</summary>
static class Notes
{
    /// <summary>Where the probe hears of notes.</summary>
    public const string Queue = "probe-echo-notes";

    public static Task<NoteDto> AddNoteAsync(this HttpClient client, string tenant, string text) =>
        client.SendAsync(HttpMethod.Post, $"/api/v1/{tenant}/notes", new WriteNote(text)).ReadAsync<NoteDto>(HttpStatusCode.Created);

    /// <summary>How many there are.</summary>
    public static async Task<int> EchoesAsync(this HttpClient client, string tenant, Guid note) =>
        (await client.GetAsync($"/api/v1/{tenant}/notes/{note}/echoes").ReadAsync<string[]>()).Length;

    /// <summary>The message that another service could have sent.</summary>
    public static TopicAreaOpened Message(string tenant, Guid? note = null, string text = "from elsewhere") =>
        new()
        {
            Tenant = tenant,
            AggregateId = note ?? Guid.CreateVersion7(),
            Version = 1,
            OccurredAt = TimeProvider.System.GetUtcNow(),
            MandateId = Guid.CreateVersion7(),
            Key = "note",
            Title = text,
        };
}
