using System.Net.Http.Json;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Integrationskonzept.ServiceDefaults.Rendering;

/// <summary>The formats that the Rendering service makes.</summary>
public enum RenderFormat
{
    Pdf,
    Docx,
    Odt,
    Epub,
}

/// <summary>An HTML document that is to become another one.</summary>
/// <param name="Html">The whole page.</param>
/// <param name="Title">Title of the document.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Author">Who issues it, usually an office.</param>
/// <param name="Created">Date written into the file; the same for the same content gives the same bytes.</param>
public sealed record RenderDocument(string Html, string Title, string Language, string? Author = null, DateTimeOffset? Created = null);

/// <summary>Calls the internal Rendering service.</summary>
public sealed class RenderingClient(HttpClient http)
{
    /// <summary>Renders the document; 503 when Rendering can't be reached or refuses.</summary>
    public async Task<byte[]> RenderAsync(RenderFormat format, RenderDocument document, CancellationToken ct)
    {
        try
        {
            using var answer = await http.PostAsJsonAsync($"/render/{format.ToString().ToLowerInvariant()}", document, ct);
            return answer.IsSuccessStatusCode
                ? await answer.Content.ReadAsByteArrayAsync(ct)
                : throw new RenderingUnavailable($"{(int)answer.StatusCode}");
        }
        catch (HttpRequestException failure)
        {
            throw new RenderingUnavailable(failure.HttpRequestError.ToString());
        }
    }
}

/// <summary>The document could not be made right now.</summary>
public sealed class RenderingUnavailable(string reason)
    : Problem(
        StatusCodes.Status503ServiceUnavailable,
        "rendering-unavailable",
        new("Dokument gerade nicht verfügbar", "Document not available right now"),
        new(
            $"Das Dokument konnte nicht erzeugt werden ({reason}). Versuchen Sie es in einer Minute erneut.",
            $"The document could not be made ({reason}). Try again in a minute."
        )
    );

/// <summary>Registration and media types.</summary>
public static class RenderingClientSetup
{
    /// <summary>Adds the client; it finds the service named <c>rendering</c>.</summary>
    public static void AddRenderingClient(this IHostApplicationBuilder builder) =>
        builder.Services.AddHttpClient<RenderingClient>(http =>
        {
            http.BaseAddress = new("http://rendering");
            http.Timeout = TimeSpan.FromSeconds(90);
        });

    /// <summary>The format's media type.</summary>
    public static string MediaType(this RenderFormat format) =>
        format switch
        {
            RenderFormat.Pdf => "application/pdf",
            RenderFormat.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            RenderFormat.Odt => "application/vnd.oasis.opendocument.text",
            _ => "application/epub+zip",
        };
}
