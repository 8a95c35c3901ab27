using System.Net;
using System.Net.Sockets;
using System.Text;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Gateway.Tests;

public sealed class When_requests_are_strange : IAsyncLifetime
{
    GatewayUnderTest gateway = null!;

    public async ValueTask InitializeAsync() => gateway = await GatewayUnderTest.StartAsync(settings: [("Gateway:Patience", "00:00:00.5")]);

    public ValueTask DisposeAsync() => gateway.DisposeAsync();

    [Theory]
    [InlineData("X-Thing: \u00fc", "utf-8")]
    [InlineData("X-Thing: \u00fc", "iso-8859-1")]
    [InlineData("Authorization: Bearer \u20ac", "utf-8")]
    public async Task A_strange_byte_in_a_header_is_refused_in_words(string header, string encoding)
    {
        var answer = await RawAsync("/api/v1/musterkreis/papers", header, Encoding.GetEncoding(encoding));
        answer.ShouldStartWith("HTTP/1.1 400 ");
        answer.ShouldContain("application/problem+json");
        answer.ShouldContain("/problems/header-unreadable");
        gateway.Asked().ShouldBe(0);
    }

    [Theory]
    [InlineData("?q=a%00b")]
    [InlineData("?%00=1")]
    public async Task NUL_in_a_query_is_refused_before_a_service_is_asked(string query)
    {
        using var client = gateway.Client();
        await client.GetAsync($"/api/v1/musterkreis/papers{query}").ProblemAsync(400, "not-text");
        (await RawAsync("/api/v1/musterkreis/a%00b", "X-Thing: 1", Encoding.ASCII)).ShouldStartWith("HTTP/1.1 400 ");
        gateway.Asked().ShouldBe(0);
    }

    [Fact]
    public async Task Every_get_answers_head_and_a_service_is_asked_for_no_more()
    {
        using var client = gateway.Client();
        foreach (var path in new[] { "/api/v1/musterkreis/papers", "/musterkreis", "/openapi/v1.json", "/docs/", "/alive" })
        {
            using var answer = await client.SendAsync(new(HttpMethod.Head, path));
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            if (answer.Headers.TryGetValues("X-Method", out var method))
                method.ShouldBe(["HEAD"]);
        }
        gateway.Asked().ShouldBe(2);
        using var unknown = await client.SendAsync(new(HttpMethod.Head, "/api/v1/musterkreis/no-such-resource"));
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_service_that_hangs_is_given_up()
    {
        using var client = gateway.Client();
        await client.GetAsync("/api/v1/musterkreis/papers/hanging").ProblemAsync(504, "unavailable");
        await client.GetAsync("/api/v1/musterkreis/papers").ReadAsync();
    }

    [Fact]
    public async Task An_answer_names_its_language_once()
    {
        using var client = gateway.Client();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        using var passedOn = await client.GetAsync("/musterkreis");
        passedOn.Content.Headers.ContentLanguage.ShouldBe(["de"], "as the service said");
        using var own = await client.GetAsync("/api/v1/musterkreis/no-such-resource");
        own.Content.Headers.ContentLanguage.ShouldBe(["en"]);
    }

    [Theory]
    [InlineData("de", "Das gibt es hier nicht. Prüfen Sie die Adresse.")]
    [InlineData("en", "There is no such thing here. Check the address.")]
    public async Task A_browser_gets_a_page_where_there_is_nothing(string language, string words)
    {
        using var client = gateway.Client();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        using var answer = await client.GetAsync("/musterkreis/no-such-page/<b>");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("script-src 'none'");
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain($"<html lang=\"{language}\">");
        page.ShouldContain(words);
        page.ShouldContain("<link rel=\"stylesheet\" href=\"/account/style.css\">");
        foreach (var inline in new[] { "<b>", "<script", "<style", "style=" })
            page.ShouldNotContain(inline);

        using var program = gateway.Client();
        program.DefaultRequestHeaders.Accept.ParseAdd("application/json, text/html;q=0.1");
        await program.GetAsync("/musterkreis/no-such-page").ProblemAsync(404, "not-found");
    }

    /// <summary>Past HttpClient, which sends nothing strange.</summary>
    async Task<string> RawAsync(string path, string header, Encoding encoding)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(gateway.ClientOptions.BaseAddress.Host, gateway.ClientOptions.BaseAddress.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(encoding.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{header}\r\n\r\n"));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
