using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UglyToad.PdfPig;

namespace Integrationskonzept.Rendering.Tests;

/// <summary>The real service with the machine's own Chromium and pandoc; settings as in its configuration.</summary>
public sealed class RenderingService : WebApplicationFactory<Program>
{
    // A busy machine is slow, and these tests are not about that.
    readonly List<(string Key, string Value)> settings = [("TimeLimit", "00:05:00"), ("LaunchLimit", "00:02:00")];
    TimeProvider? clock;

    public static RenderingService With(params (string Key, string Value)[] settings)
    {
        var service = new RenderingService();
        service.settings.AddRange(settings);
        return service;
    }

    public static RenderingService With(TimeProvider clock) => new() { clock = clock };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.ConfigureLogging(log => log.ClearProviders());
        foreach (var (key, value) in settings)
            builder.UseSetting($"Rendering:{key}", value);
        if (clock is not null)
            builder.ConfigureTestServices(services => services.AddSingleton(clock));
    }

    public async Task<byte[]> RenderAsync(string format, string html, string language = "de", string title = "Prüfdokument")
    {
        using var response = await PostAsync(
            format,
            new
            {
                html,
                title,
                language,
                created = "2023-09-30T10:00:00Z",
                author = "Sozialamt",
            }
        );
        var bytes = await response.Content.ReadAsByteArrayAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, System.Text.Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 500))));
        return bytes;
    }

    public async Task<PdfDocument> PdfAsync(string html, string language = "de") =>
        PdfDocument.Open(await RenderAsync("pdf", html, language));

    public async Task<HttpResponseMessage> PostAsync(string format, object request, string acceptLanguage = "de")
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, $"/render/{format}") { Content = JsonContent.Create(request) };
        message.Headers.Add("Accept-Language", acceptLanguage);
        return await CreateClient().SendAsync(message);
    }

    public async Task<(HttpStatusCode Status, string Type, string Detail)> ProblemAsync(
        string format,
        object request,
        string acceptLanguage = "de"
    )
    {
        using var response = await PostAsync(format, request, acceptLanguage);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json", $"{response.StatusCode}");
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        return (response.StatusCode, problem.GetProperty("type").GetString()!, problem.GetProperty("detail").GetString()!);
    }

    public static string TextOf(PdfDocument pdf) =>
        string.Join("\n", pdf.GetPages().Select(p => string.Join(" ", p.GetWords().Select(w => w.Text))));
}
