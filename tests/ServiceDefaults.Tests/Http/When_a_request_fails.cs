using System.Net.Http.Headers;
using System.Text;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.Testing;

namespace Integrationskonzept.ServiceDefaults.Tests.Http;

public sealed class When_a_request_fails(ProbeService probe)
{
    [Theory]
    [InlineData("GET", "notes/00000000-0000-7000-8000-000000000000", null, null, 404, "not-found")]
    [InlineData("GET", "no-such-resource", null, null, 404, "not-found")]
    [InlineData("DELETE", "notes", null, null, 405, "method-not-allowed")]
    [InlineData("POST", "notes", "text", "text/plain", 415, "unsupported-media-type")]
    [InlineData("POST", "notes", "{ \"text\": ", "application/json", 400, "unreadable-request")]
    [InlineData("POST", "notes", "{ \"text\": 5 }", "application/json", 400, "unreadable-request")]
    [InlineData("POST", "notes", "{ }", "application/json", 400, "unreadable-request")]
    [InlineData("POST", "notes", "{ \"text\": \"x\" }", "application/json", 400, "validation")]
    [InlineData("POST", "failing/after-save", "{ \"text\": \"boom\" }", "application/json", 500, "unexpected")]
    public async Task Problem_details_say_what_was_wrong_in_two_languages(
        string method,
        string path,
        string? body,
        string? type,
        int status,
        string problem
    )
    {
        var tenant = await probe.NewTenantAsync();
        using var client = probe.As(tenant, Roles.Coordinator);
        var german = await SendAsync("de-DE, en;q=0.5");
        var english = await SendAsync("en");
        var other = await SendAsync("fr");

        foreach (var part in new[] { "title", "detail" })
        {
            german[part]!.GetValue<string>().ShouldNotBe(english[part]!.GetValue<string>());
            other[part]!.GetValue<string>().ShouldBe(german[part]!.GetValue<string>(), "German unless asked otherwise");
        }
        german["traceId"]!.GetValue<string>().ShouldMatch("^[0-9a-f]{32}$");
        german["status"]!.GetValue<int>().ShouldBe(status);
        german["instance"]!.GetValue<string>().ShouldBe($"/api/v1/{tenant}/{path}");
        var all = german.ToJsonString() + english.ToJsonString();
        foreach (var inner in new[] { "Password", "Exception", "   at ", "Integrationskonzept.", "System." })
            all.ShouldNotContain(inner);

        async Task<System.Text.Json.Nodes.JsonNode> SendAsync(string language)
        {
            using var request = new HttpRequestMessage(new(method), $"/api/v1/{tenant}/{path}");
            if (body is not null)
                request.Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(type!));
            request.Headers.AcceptLanguage.ParseAdd(language);
            return await client.SendAsync(request).ProblemAsync(status, problem);
        }
    }

    [Fact]
    public async Task An_unknown_landkreis_is_named_as_such()
    {
        using var client = probe.As("landkreis-of-nobody", Roles.Coordinator);
        await client.GetAsync("/api/v1/landkreis-of-nobody/notes").ProblemAsync(404, "tenant-unknown");
    }

    [Theory]
    [InlineData("application/xml")]
    [InlineData("image/png, */*;q=0")]
    public async Task Who_accepts_no_json_is_told_nevertheless_what_was_wrong(string accept)
    {
        var tenant = await probe.NewTenantAsync();
        using var client = probe.As(tenant, Roles.Coordinator);
        client.DefaultRequestHeaders.Accept.ParseAdd(accept);
        foreach (var path in (string[])["notes/00000000-0000-7000-8000-000000000000", "no-such-resource"])
        {
            var problem = await client.GetAsync($"/api/v1/{tenant}/{path}").ProblemAsync(404, "not-found");
            problem["status"]!.GetValue<int>().ShouldBe(404);
            problem["traceId"]!.GetValue<string>().ShouldNotBeEmpty();
        }
    }

    /// <summary>A row that was there when the request looked, and is gone when it saves.</summary>
    [Fact]
    public async Task What_refers_to_something_that_was_deleted_at_the_same_moment_is_a_conflict()
    {
        await using var own = await probe.OwnAsync(
            "referring",
            beforeStart: own =>
                Database.ExecuteAsync(
                    own.AdminConnection,
                    "create table referred_to (id uuid primary key); alter table obstacles add foreign key (note_id) references referred_to"
                )
        );
        var tenant = await own.NewTenantAsync();
        using var client = own.As(tenant, Roles.Coordinator);
        await client.PostAsync($"/api/v1/{tenant}/failing/obstacle", null).ProblemAsync(409, "reference-gone");
    }

    [Fact]
    public async Task Malformed_json_is_located()
    {
        var tenant = await probe.NewTenantAsync();
        using var client = probe.As(tenant, Roles.Coordinator);
        using var content = new StringContent("{\n \"text\": 5 }", Encoding.UTF8, "application/json");
        var problem = await client.PostAsync($"/api/v1/{tenant}/notes", content).ProblemAsync(400, "unreadable-request");
        problem["detail"]!.GetValue<string>().ShouldBe("Der Inhalt ist bei $.text kein gültiges JSON für diese Anfrage (Zeile 2).");
    }
}
