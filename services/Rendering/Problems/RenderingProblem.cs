using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Rendering.Problems;

/// <summary>Everything that can go wrong on purpose.</summary>
sealed class RenderingProblem(int status, string code, string german, string english)
    : Problem(status, code, new("Kein Dokument erzeugt", "No document made"), new(german, english))
{
    public static RenderingProblem EmptyHtml() =>
        new(400, "rendering-empty-html", "Es gibt kein HTML, das gesetzt werden könnte.", "There is no HTML to render.");

    public static RenderingProblem MissingTitle() =>
        new(
            400,
            "rendering-missing-title",
            "Dem Dokument fehlt der Titel; ohne ihn ist es nicht barrierefrei.",
            "The document has no title; it is not accessible without one."
        );

    public static RenderingProblem InvalidLanguage() =>
        new(
            400,
            "rendering-invalid-language",
            "Die Sprache ist kein gültiges Sprachkennzeichen (BCP 47), etwa „de“.",
            "The language is not a valid BCP 47 tag, such as \"de\"."
        );

    public static RenderingProblem TooLarge() =>
        new(
            413,
            "too-large",
            "Das HTML ist größer als erlaubt. Teilen Sie das Dokument.",
            "The HTML is larger than allowed. Split the document."
        );

    public static RenderingProblem UnsupportedFormat() =>
        new(
            404,
            "rendering-unsupported-format",
            "Dieses Format gibt es nicht: möglich sind pdf, docx, odt und epub.",
            "There is no such format: pdf, docx, odt and epub exist."
        );

    public static RenderingProblem Timeout() =>
        new(
            504,
            "rendering-timeout",
            "Das Dokument war in der erlaubten Zeit nicht fertig. Teilen Sie es.",
            "The document was not finished within the time limit. Split it."
        );

    public static RenderingProblem Busy() =>
        new(
            503,
            "rendering-busy",
            "Es werden gerade zu viele Dokumente gesetzt. Versuchen Sie es später erneut.",
            "Too many documents are being rendered. Try again later."
        );

    public static RenderingProblem BrowserMissing() =>
        new(
            503,
            "rendering-browser-missing",
            "Der Browser, der PDF erzeugt, startet nicht.",
            "The browser that makes PDFs does not start."
        );

    public static RenderingProblem PandocMissing() =>
        new(
            503,
            "rendering-pandoc-missing",
            "pandoc, das die Büroformate erzeugt, startet nicht.",
            "pandoc, which makes the office formats, does not start."
        );

    public static RenderingProblem Failed() =>
        new(422, "rendering-failed", "Aus diesem HTML ließ sich kein Dokument erzeugen.", "No document could be made of this HTML.");
}
