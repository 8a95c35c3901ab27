using System.Net;
using Integrationskonzept.Contracts;
using Integrationskonzept.Probe.Notes;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tests.Messaging;
using Integrationskonzept.Testing;

namespace Integrationskonzept.ServiceDefaults.Tests.Http;

public sealed class When_a_post_is_repeated(ProbeService probe)
{
    [Fact]
    public async Task The_answer_is_the_same_and_the_effect_there_once()
    {
        var tenant = await probe.NewTenantAsync();
        using var client = probe.As(tenant, Roles.Coordinator);
        using var first = await PostAsync(client, tenant, "once", "key");
        using var second = await PostAsync(client, tenant, "once", "key");

        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        second.StatusCode.ShouldBe(HttpStatusCode.Created);
        second.Headers.Location.ShouldNotBeNull().ShouldBe(first.Headers.Location);
        second.Headers.ETag.ShouldNotBeNull().ShouldBe(first.Headers.ETag);
        second.Content.Headers.ContentType.ShouldBe(first.Content.Headers.ContentType);
        (await second.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        (await TextsAsync(client, tenant)).ShouldBe(["once"]);
    }

    [Fact]
    public async Task Repetitions_at_the_same_time_have_one_effect()
    {
        var tenant = await probe.NewTenantAsync();
        using var client = probe.As(tenant, Roles.Coordinator);
        using var deliveries = new Deliveries();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => PostAsync(client, tenant, "together", "key").ReadAsync<NoteDto>(HttpStatusCode.Created))
        );
        answers.Distinct().ShouldHaveSingleItem();
        (await TextsAsync(client, tenant)).ShouldBe(["together"]);
        (await probe.PublishedAsync<TopicAreaOpened>(tenant)).Count.ShouldBe(1);
        await deliveries.AreOverAsync(Notes.Queue, tenant, 1);
        (await client.EchoesAsync(tenant, answers[0].Id)).ShouldBe(1);
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        var tenant = await probe.NewTenantAsync();
        using var client = probe.As(tenant, Roles.Coordinator);
        var note = await client.AddNoteAsync(tenant, "draft of a note");
        await RepeatAsync().ProblemAsync(409, "note-is-draft");
        await client.SendAsync(HttpMethod.Put, $"/api/v1/{tenant}/notes/{note.Id}", new WriteNote("a note"), note.Version).ReadAsync();
        (await RepeatAsync().ReadAsync<NoteDto>()).Text.ShouldBe("a note");

        Task<HttpResponseMessage> RepeatAsync() =>
            client.SendAsync(HttpMethod.Post, $"/api/v1/{tenant}/notes/{note.Id}/repeat", null, idempotencyKey: "key");
    }

    [Fact]
    public async Task A_failure_without_a_body_gets_its_problem_details_too()
    {
        var tenant = await probe.NewTenantAsync();
        using var client = probe.As(tenant, Roles.Coordinator);
        await client
            .SendAsync(HttpMethod.Post, $"/api/v1/{tenant}/notes/no-such-thing", null, idempotencyKey: "key")
            .ProblemAsync(405, "method-not-allowed");
        await client
            .SendAsync(HttpMethod.Post, $"/api/v1/{tenant}/notes", null, idempotencyKey: "key")
            .ProblemAsync(400, "unreadable-request");
        await client
            .SendAsync(HttpMethod.Post, $"/api/v1/{tenant}/failing/bare-status", null, idempotencyKey: "key")
            .ProblemAsync(413, "too-large");
    }

    [Fact]
    public async Task The_key_of_another_request_is_refused()
    {
        var tenant = await probe.NewTenantAsync();
        using var client = probe.As(tenant, Roles.Coordinator);
        await PostAsync(client, tenant, "this", "key").ReadAsync();
        await PostAsync(client, tenant, "that", "key").ProblemAsync(422, "idempotency-key-reused");
        await PostAsync(client, tenant, "this", new string('k', 201)).ProblemAsync(400, "validation");
        (await TextsAsync(client, tenant)).ShouldBe(["this"]);
    }

    [Fact]
    public async Task Callers_and_tenants_have_keys_of_their_own()
    {
        var (one, other) = (await probe.NewTenantAsync(), await probe.NewTenantAsync());
        string[] memberships = [$"{one}:{Roles.Coordinator}", $"{other}:{Roles.Coordinator}"];
        using var somebody = probe.Client(probe.Issuer.Token(memberships));
        using var somebodyElse = probe.Client(probe.Issuer.Token(memberships));
        await PostAsync(somebody, one, "a", "key").ReadAsync();
        await PostAsync(somebodyElse, one, "b", "key").ReadAsync();
        await PostAsync(somebody, other, "c", "key").ReadAsync();
        (await TextsAsync(somebody, one)).ShouldBe(["a", "b"]);
        (await TextsAsync(somebody, other)).ShouldBe(["c"]);
    }

    static Task<HttpResponseMessage> PostAsync(HttpClient client, string tenant, string text, string key) =>
        client.SendAsync(HttpMethod.Post, $"/api/v1/{tenant}/notes", new WriteNote(text.PadRight(3, '.')), idempotencyKey: key);

    static async Task<string[]> TextsAsync(HttpClient client, string tenant) =>
        [.. (await client.GetAsync($"/api/v1/{tenant}/notes").ReadAsync<Page<NoteDto>>()).Items.Select(note => note.Text.TrimEnd('.'))];
}
