using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Integrationskonzept.Testing;

/// <summary>
/// A Rendering that answers at once with the HTML that it was given, or refuses on demand; the real one needs a browser, has tests of its
/// own and is in the end-to-end test.
/// </summary>
public sealed class RenderingDouble : IAsyncDisposable
{
    /// <summary>Documents that contain this word are refused.</summary>
    public const string Unprintable = "UNPRINTABLE";

    readonly WebApplication app;

    RenderingDouble(WebApplication app) => this.app = app;

    public string Url => app.Urls.First();

    public static async Task<RenderingDouble> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var rendering = builder.Build();
        rendering.Run(async context =>
        {
            using var document = await JsonDocument.ParseAsync(context.Request.Body);
            var html = document.RootElement.GetProperty("html").GetString()!;
            context.Response.StatusCode = html.Contains(Unprintable, StringComparison.Ordinal)
                ? StatusCodes.Status422UnprocessableEntity
                : StatusCodes.Status200OK;
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes("%PDF-1.7 " + html));
        });
        await rendering.StartAsync();
        return new(rendering);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
