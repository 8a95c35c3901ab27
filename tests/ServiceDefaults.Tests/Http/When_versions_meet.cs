using System.Net;
using System.Net.Http.Json;
using Integrationskonzept.Probe.Notes;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.Testing;

namespace Integrationskonzept.ServiceDefaults.Tests.Http;

public sealed class When_versions_meet(ProbeService probe)
{
    [Theory]
    [InlineData("\"1\"", true)]
    [InlineData("\"7\", \"1\"", true)]
    [InlineData("W/\"1\"", true)] // a proxy that compresses weakens the tag; If-None-Match compares weakly (RFC 9110, 13.1.2)
    [InlineData("*", true)]
    [InlineData("\"2\"", false)]
    [InlineData("\"11\"", false)]
    [InlineData("not a tag", false)]
    public async Task What_the_reader_has_is_not_sent_again(string ifNoneMatch, bool has)
    {
        var (client, url, note) = await GivenNoteAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        using var answer = await client.SendAsync(request);
        answer.StatusCode.ShouldBe(has ? HttpStatusCode.NotModified : HttpStatusCode.OK);
        answer.Headers.ETag?.ToString().ShouldBe("\"1\"");
        (await answer.Content.ReadAsStringAsync()).ShouldBe(has ? "" : $$"""{"id":"{{note.Id}}","version":1,"text":"first version"}""");
    }

    [Fact]
    public async Task Changes_need_the_version_that_was_read()
    {
        var (client, url, note) = await GivenNoteAsync();
        await client.SendAsync(HttpMethod.Put, url, new WriteNote("blind")).ProblemAsync(428, "if-match-missing");
        (await client.SendAsync(HttpMethod.Put, url, new WriteNote("first"), note.Version).ReadAsync<NoteDto>()).Version.ShouldBe(2);
        await client.SendAsync(HttpMethod.Put, url, new WriteNote("late"), note.Version).ProblemAsync(412, "changed-meanwhile");
        (await client.GetAsync(url).ReadAsync<NoteDto>()).Text.ShouldBe("first");
    }

    [Fact]
    public async Task What_is_there_is_not_made_by_a_put()
    {
        var (client, url, _) = await GivenNoteAsync();
        await PutNewAsync(url).ProblemAsync(412, "changed-meanwhile");
        await PutNewAsync(url[..^1] + (url[^1] == '0' ? '1' : '0')).ProblemAsync(404, "not-found");

        Task<HttpResponseMessage> PutNewAsync(string address) =>
            client.SendAsync(
                new(HttpMethod.Put, address)
                {
                    Headers = { { "If-None-Match", "*" } },
                    Content = JsonContent.Create(new WriteNote("made anew")),
                }
            );
    }

    [Fact]
    public async Task Of_changes_at_the_same_time_one_wins()
    {
        var (client, url, note) = await GivenNoteAsync();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(number => client.SendAsync(HttpMethod.Put, url, new WriteNote($"writer {number}"), note.Version))
        );
        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed).ShouldBe(5);
        (await client.GetAsync(url).ReadAsync<NoteDto>()).Version.ShouldBe(2);
    }

    async Task<(HttpClient Client, string Url, NoteDto Note)> GivenNoteAsync()
    {
        var tenant = await probe.NewTenantAsync();
        var client = probe.As(tenant, Roles.Coordinator);
        var note = await client.AddNoteAsync(tenant, "first version");
        return (client, $"/api/v1/{tenant}/notes/{note.Id}", note);
    }
}
