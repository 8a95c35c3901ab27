using System.Text;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Drafting.Papers;

/// <summary>The text of a paper as it comes in: UTF-8, at most 5 MiB.</summary>
static class PaperText
{
    public const int Limit = 5 * 1024 * 1024;

    public static async Task<string> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        var bytes = await BoundedBody.ReadAsync(
            request,
            ["text/plain", "text/markdown"],
            Limit,
            () => new PaperMediaType(),
            () => new PaperTooLarge(),
            ct
        );
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new PaperNotText();
        }
    }
}

/// <summary>415: neither text nor Markdown.</summary>
public sealed class PaperMediaType()
    : Problem(
        StatusCodes.Status415UnsupportedMediaType,
        "unsupported-media-type",
        new("Inhaltstyp nicht verwendbar", "Unsupported media type"),
        new("Senden Sie die Vorlage als text/plain oder text/markdown.", "Send the paper as text/plain or text/markdown.")
    );

/// <summary>413: more than 5 MiB.</summary>
public sealed class PaperTooLarge()
    : Problem(
        StatusCodes.Status413PayloadTooLarge,
        "paper-too-large",
        new("Zu groß", "Too large"),
        new(
            "Eine Vorlage darf höchstens 5 MiB groß sein. Senden Sie nur den Text, ohne Anlagen.",
            "A paper may have 5 MiB at most. Send only the text, without attachments."
        )
    );

/// <summary>The bytes are no text.</summary>
public sealed class PaperNotText()
    : UnprocessableProblem(
        "paper-not-text",
        new(
            "Das ist kein Text in UTF-8. Speichern Sie die Vorlage als Text und versuchen Sie es erneut.",
            "This is not text in UTF-8. Save the paper as text and try again."
        )
    );
