using Integrationskonzept.PaperSources;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Drafting.Papers;

/// <summary>
/// A paper as a file of another program, at most 5 MiB. What it is its content tells, whatever type it was sent as; text and OParl's JSON
/// come as octets, so that a generated client takes them for a file and not for words of its own.
/// </summary>
static class PaperFile
{
    public static readonly string[] Types =
    [
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.oasis.opendocument.text",
        "text/html",
        "application/octet-stream",
    ];

    public static async Task<string> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        var bytes = await BoundedBody.ReadAsync(
            request,
            Types,
            PaperText.Limit,
            () => new PaperFileMediaType(),
            () => new PaperTooLarge(),
            ct
        );
        return Text(bytes);
    }

    public static string Text(byte[] file)
    {
        try
        {
            return PaperSource.Read(file).Text;
        }
        catch (SourceUnreadableException unreadable)
        {
            throw PaperUnreadable.Of(unreadable.Fault);
        }
    }
}

/// <summary>415: nothing that papers come in.</summary>
public sealed class PaperFileMediaType()
    : Problem(
        StatusCodes.Status415UnsupportedMediaType,
        "unsupported-media-type",
        new("Inhaltstyp nicht verwendbar", "Unsupported media type"),
        new(
            "Senden Sie die Vorlage als PDF, DOCX, ODT oder HTML; jede andere lesbare Datei als application/octet-stream.",
            "Send the paper as PDF, DOCX, ODT or HTML; any other file that is read here as application/octet-stream."
        )
    );

/// <summary>Why a file can't be read, and what to do.</summary>
static class PaperUnreadable
{
    public static Problem Of(SourceFault fault) =>
        fault switch
        {
            SourceFault.Encrypted => new UnprocessableProblem(
                "paper-encrypted",
                new(
                    "Die Datei ist mit einem Kennwort geschützt oder in einem alten Word-Format. Speichern Sie sie ohne Kennwort "
                        + "als DOCX oder PDF.",
                    "The file is protected by a password, or in an old format of Word. Save it without a password as DOCX or PDF."
                )
            ),
            SourceFault.NoText => new UnprocessableProblem(
                "paper-has-no-text",
                new(
                    "Die PDF-Datei enthält nur Bilder, keinen Text. Nehmen Sie die Datei, aus der sie entstand, oder lassen Sie die "
                        + "Schrift erkennen (OCR).",
                    "The PDF has pictures only and no text. Take the file that it was made from, or have its letters recognised (OCR)."
                )
            ),
            SourceFault.TooLarge => new UnprocessableProblem(
                "paper-unpacks-too-large",
                new(
                    "Ausgepackt ist die Datei größer, als eine Vorlage sein kann. Senden Sie sie ohne Anlagen.",
                    "Unpacked the file is larger than a paper can be. Send it without attachments."
                )
            ),
            SourceFault.Macros => new UnprocessableProblem(
                "paper-has-macros",
                new(
                    "Die Datei enthält Makros. Speichern Sie sie ohne Makros, etwa als DOCX.",
                    "The file has macros. Save it without them, as DOCX for example."
                )
            ),
            SourceFault.Unknown => new UnprocessableProblem(
                "paper-format-unknown",
                new(
                    "Die Datei ist keine Vorlage in einem lesbaren Format. Senden Sie PDF, DOCX, ODT, HTML, Text oder ein "
                        + "OParl-Objekt der Art Paper.",
                    "The file is no paper in a format that is read here. Send PDF, DOCX, ODT, HTML, text or an OParl object of the "
                        + "type Paper."
                )
            ),
            _ => new UnprocessableProblem(
                "paper-broken",
                new(
                    "Die Datei ist beschädigt oder nicht das, was sie zu sein vorgibt. Speichern Sie sie neu und versuchen Sie es "
                        + "noch einmal.",
                    "The file is damaged, or not what it says that it is. Save it anew and try again."
                )
            ),
        };
}
