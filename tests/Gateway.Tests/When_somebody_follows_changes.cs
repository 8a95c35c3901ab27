using System.Net;
using Microsoft.AspNetCore.Http;

namespace Integrationskonzept.Gateway.Tests;

public sealed class When_somebody_follows_changes
{
    const string Stream = "/api/v1/musterkreis/board-links/k7m2/changes",
        Other = "/api/v1/musterkreis/boards/0192a71c-0000-7000-8000-000000000000/changes";

    [Theory]
    [InlineData(Stream)]
    [InlineData(Other)]
    public async Task What_is_told_comes_at_once_and_silence_ends_nothing(string path)
    {
        await using var gateway = await GatewayUnderTest.StartAsync(settings: ("Gateway:Patience", "00:00:00.2"));
        var goOn = new TaskCompletionSource();
        gateway.Services["participation"].Answer = async http =>
        {
            http.Response.ContentType = "text/event-stream";
            await http.Response.WriteAsync("data: first\n\n");
            await http.Response.Body.FlushAsync();
            await goOn.Task;
            await http.Response.WriteAsync("data: second\n\n");
        };
        using var client = gateway.Client(gateway.Issuer.Token([]));
        using var answer = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        (await reader.ReadLineAsync()).ShouldBe("data: first");
        await Task.Delay(TimeSpan.FromSeconds(1)); // longer than a service may be silent otherwise
        goOn.SetResult();
        (await reader.ReadToEndAsync()).ShouldContain("data: second");
    }

    [Fact]
    public async Task Streams_are_counted_while_they_are_open_and_not_by_the_minute()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(
            settings: [("Gateway:RequestsPerMinute:Anonymous", "1"), ("Gateway:StreamsPerAddress", "2")]
        );
        using var client = gateway.Client();
        for (var time = 0; time < 5; time++)
            (await client.GetAsync(Stream)).StatusCode.ShouldBe(HttpStatusCode.OK);

        gateway.Services["participation"].Answer = async http =>
        {
            await http.Response.WriteAsync(":\n\n"); // before its first byte nobody hears of it
            await http.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        };
        using var first = await client.GetAsync(Stream, HttpCompletionOption.ResponseHeadersRead);
        using var second = await client.GetAsync(Stream, HttpCompletionOption.ResponseHeadersRead);
        using var third = await client.GetAsync(Stream, HttpCompletionOption.ResponseHeadersRead);
        (first.StatusCode, second.StatusCode, third.StatusCode).ShouldBe(
            (HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests)
        );
    }
}
