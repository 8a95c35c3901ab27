using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Integrationskonzept.Participation.Tests;

/// <summary>
/// Speaks LibreTranslate's protocol over HTTP: puts the language before each text, or fails as a text with one of these words says.
/// </summary>
public sealed class TranslationServer : IAsyncDisposable
{
    public const string Key = "schluessel";

    const string Languages = """
        [
          { "code": "de", "name": "German", "targets": ["ar", "en", "tr", "uk"] },
          { "code": "ar", "name": "Arabic", "targets": ["de", "en"] },
          { "code": "zh-Hant", "name": "Chinese (traditional)", "targets": ["de"] },
          { "code": "uk", "name": "Ukrainian", "targets": null },
          null
        ]
        """;

    static readonly Dictionary<string, (int Status, string Body)> Failures = new()
    {
        ["ERROR"] = (500, """{"error":"Internal error"}"""),
        ["FORBIDDEN"] = (403, """{"error":"Invalid API key"}"""),
        ["SLOWDOWN"] = (429, """{"error":"Slowdown"}"""),
        ["NONSENSE"] = (200, "<html>"),
        ["NOTHING"] = (200, "{}"),
        ["FEWER"] = (200, """{"translatedText":[]}"""),
        ["EMPTY"] = (200, """{"translatedText":[" "]}"""),
        ["NULL"] = (200, """{"translatedText":[null]}"""),
        ["NUL"] = (200, """{"translatedText":["a\u0000b"]}"""),
        ["SURROGATE"] = (200, """{"translatedText":["\ud800"]}"""),
        ["OTHER"] = (200, """{"translatedText":7}"""),
        ["ENDLESS"] = (200, $$"""{"translatedText":["{{new string('x', 8001)}}"]}"""),
    };

    readonly WebApplication app;
    readonly ConcurrentQueue<(string Text, string Source, string Target, string? Key)> asked = new();

    readonly ConcurrentDictionary<string, Pause> pauses = new();

    TranslationServer(WebApplication app) => this.app = app;

    /// <summary>Something happens while it works on a text.</summary>
    public sealed record Pause(TaskCompletionSource Came, TaskCompletionSource Over);

    /// <summary>It tells when the text has come, and answers when that is over.</summary>
    public Pause PauseAt(string text) => pauses[text] = new(new(), new());

    public static IEnumerable<string> WaysToFail => Failures.Keys;

    /// <summary>Below a path, as behind a proxy.</summary>
    public string Url => $"{app.Urls.First()}/libre/";

    /// <summary>How often each text came.</summary>
    public int TimesAsked(string text) => asked.Count(one => one.Text == text);

    /// <summary>With which languages and key it came.</summary>
    public (string Source, string Target, string? Key) AskedFor(string text) =>
        asked.Where(one => one.Text == text).Select(one => (one.Source, one.Target, one.Key)).Last();

    public static async Task<TranslationServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var server = new TranslationServer(builder.Build());
        server.app.Run(server.AnswerAsync);
        await server.app.StartAsync();
        return server;
    }

    async Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        if ((context.Request.Method, context.Request.Path.Value) == ("GET", "/libre/languages"))
        {
            await context.Response.WriteAsync(Languages);
            return;
        }
        if ((context.Request.Method, context.Request.Path.Value) != ("POST", "/libre/translate"))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        using var request = await JsonDocument.ParseAsync(context.Request.Body);
        var root = request.RootElement;
        var (source, target) = (root.GetProperty("source").GetString()!, root.GetProperty("target").GetString()!);
        var texts = root.GetProperty("q").EnumerateArray().Select(text => text.GetString()!).ToList();
        foreach (var text in texts)
            asked.Enqueue((text, source, target, root.TryGetProperty("api_key", out var key) ? key.GetString() : null));
        root.GetProperty("format").GetString().ShouldBe("text");
        if (texts[0].Contains("SILENCE", StringComparison.Ordinal))
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        if (pauses.TryGetValue(texts[0], out var pause))
        {
            pause.Came.TrySetResult();
            await pause.Over.Task;
        }
        if (Failures.GetValueOrDefault(texts[0].Split(' ')[^1]) is { Body: { } body, Status: var status })
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsync(body);
            return;
        }
        await context.Response.WriteAsync(JsonSerializer.Serialize(new { translatedText = texts.Select(text => $"{target}: {text} ") }));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
