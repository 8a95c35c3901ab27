using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.Testing;

namespace Integrationskonzept.ServiceDefaults.Tests.Http;

public sealed class When_text_is_none(ProbeService probe)
{
    [Theory]
    [InlineData("""{ "text": "a\u0000b" }""")]
    [InlineData("""{ "text": "a\\\u0000b" }""")]
    [InlineData("""{ "text": "lone \ud83d" }""")]
    [InlineData("""{ "text": "lone \udE00" }""")]
    [InlineData("""{ "text": "\uD83D\n\uDE00" }""")]
    [InlineData("""{ "text": "\ud83d\ud83d\ude00" }""")]
    [InlineData("""{ "text": "fine", "text\u0000": 1 }""")]
    [InlineData("""{ "text": "fine", "more": [{ "deep": [{ "\ud83d": "fine" }] }] }""")]
    [InlineData("""{ "text": "fine", "more": [{ "deep": [{ "fine": "\u0000" }] }] }""")]
    public async Task A_content_with_it_is_refused(string json)
    {
        var tenant = await probe.NewTenantAsync();
        using var client = probe.As(tenant, Roles.Coordinator);
        foreach (var key in new[] { null, "a key" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{tenant}/notes")
            {
                Content = new StringContent(json, Encoding.UTF8, "application/json"),
            };
            if (key is not null)
                request.Headers.Add("Idempotency-Key", key);
            await client.SendAsync(request).ProblemAsync(400, "not-text");
        }
        using var anonymous = probe.As(tenant);
        await anonymous
            .PostAsync("/anonymous/notes", new StringContent(json, Encoding.UTF8, "application/json"))
            .ProblemAsync(400, "not-text");
    }

    [Fact]
    public async Task Raw_bytes_of_half_a_character_are_refused()
    {
        var tenant = await probe.NewTenantAsync();
        using var client = probe.As(tenant, Roles.Coordinator);
        using var content = new ByteArrayContent([.. "{ \"text\": \"lone "u8, 0xED, 0xA0, 0xBD, .. "\" }"u8])
        {
            Headers = { ContentType = new("application/json") },
        };
        await client.PostAsync($"/api/v1/{tenant}/notes", content).ProblemAsync(400, "not-text");
    }

    [Theory]
    [InlineData("""{ "text": "whole \uD83D\uDE00, \\u0000, \\\\ud83d, \u00fc \" \n" }""", "whole 😀, \\u0000, \\\\ud83d, ü \" \n")]
    [InlineData("""{ "text": "\ud83d\ude00\ud83d\ude00" }""", "😀😀")]
    public async Task What_only_looks_like_it_is_text(string json, string text)
    {
        var tenant = await probe.NewTenantAsync();
        using var client = probe.As(tenant, Roles.Coordinator);
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        (await client.PostAsync($"/api/v1/{tenant}/notes", content).ReadAsync<System.Text.Json.Nodes.JsonNode>(HttpStatusCode.Created))[
            "text"
        ]!
            .GetValue<string>()
            .ShouldBe(text);
    }

    [Theory]
    [InlineData("notes?after=a%00b")]
    [InlineData("notes?a%00b=1")]
    public async Task An_address_with_it_is_refused(string path)
    {
        var tenant = await probe.NewTenantAsync();
        using var client = probe.As(tenant, Roles.Coordinator);
        await client.GetAsync($"/api/v1/{tenant}/{path}").ProblemAsync(400, "not-text");
    }

    [Fact]
    public async Task What_gets_to_the_database_nevertheless_is_the_callers_fault_too()
    {
        var tenant = await probe.NewTenantAsync();
        using var client = probe.As(tenant, Roles.Coordinator);
        foreach (var path in new[] { "nul", "half" })
            await client.PostAsync($"/api/v1/{tenant}/failing/{path}", null).ProblemAsync(400, "not-text");
    }

    [Theory]
    [InlineData("application/json; charset=klingon")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("text/plain; charset=klingon")]
    [InlineData("text/plain; charset=utf-7")]
    [InlineData("application/x-www-form-urlencoded; charset=klingon")]
    public async Task A_character_set_that_nobody_reads_is_415(string type)
    {
        var tenant = await probe.NewTenantAsync();
        using var client = probe.As(tenant, Roles.Coordinator);
        using var content = new StringContent("""{ "text": "fine" }""") { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        await client.PostAsync($"/api/v1/{tenant}/notes", content).ProblemAsync(415, "unsupported-media-type");
    }

    [Fact]
    public async Task Every_get_answers_head()
    {
        var tenant = await probe.NewTenantAsync();
        using var client = probe.As(tenant, Roles.Coordinator);
        var note = await client.AddNoteAsync(tenant, "asked about");
        foreach (var path in new[] { "notes", $"notes/{note.Id}", $"notes/{note.Id}/echoes" })
        {
            using var answer = await client.SendAsync(new(HttpMethod.Head, $"/api/v1/{tenant}/{path}"));
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
            if (path.EndsWith(note.Id.ToString(), StringComparison.Ordinal))
                answer.Headers.ETag!.Tag.ShouldBe("\"1\"");
        }
        using var post = await client.SendAsync(new(HttpMethod.Head, $"/api/v1/{tenant}/failing/bare-status"));
        post.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }
}
