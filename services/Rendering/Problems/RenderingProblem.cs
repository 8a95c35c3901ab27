namespace Integrationskonzept.Rendering.Problems;

/// <summary>Everything that can go wrong on purpose, each with a stable type and a text in both languages.</summary>
internal sealed record RenderingProblem(string Type, int Status, string German, string English)
{
    public static readonly RenderingProblem InvalidRequest = new("/problems/invalid-request", 400,
        "Die Anfrage ist kein gültiges JSON.", "The request is not valid JSON.");

    public static readonly RenderingProblem EmptyHtml = new("/problems/rendering-empty-html", 400,
        "Es gibt kein HTML, das gesetzt werden könnte.", "There is no HTML to render.");

    public static readonly RenderingProblem MissingTitle = new("/problems/rendering-missing-title", 400,
        "Dem Dokument fehlt der Titel; ohne ihn ist es nicht barrierefrei.", "The document has no title; it is not accessible without one.");

    public static readonly RenderingProblem InvalidLanguage = new("/problems/rendering-invalid-language", 400,
        "Die Sprache ist kein gültiges Sprachkennzeichen (BCP 47), etwa „de“.", "The language is not a valid BCP 47 tag, such as \"de\".");

    public static readonly RenderingProblem TooLarge = new("/problems/rendering-too-large", 413,
        "Das HTML ist größer als erlaubt.", "The HTML is larger than allowed.");

    public static readonly RenderingProblem UnsupportedFormat = new("/problems/rendering-unsupported-format", 404,
        "Dieses Format gibt es nicht: möglich sind pdf, docx, odt und epub.", "There is no such format: pdf, docx, odt and epub exist.");

    public static readonly RenderingProblem Timeout = new("/problems/rendering-timeout", 504,
        "Das Dokument war in der erlaubten Zeit nicht fertig.", "The document was not finished within the time limit.");

    public static readonly RenderingProblem Busy = new("/problems/rendering-busy", 503,
        "Es werden gerade zu viele Dokumente gesetzt. Bitte später noch einmal versuchen.", "Too many documents are being rendered. Please try again later.");

    public static readonly RenderingProblem BrowserMissing = new("/problems/rendering-browser-missing", 503,
        "Der Browser, der PDF erzeugt, startet nicht.", "The browser that makes PDFs does not start.");

    public static readonly RenderingProblem PandocMissing = new("/problems/rendering-pandoc-missing", 503,
        "pandoc, das dieses Format erzeugt, startet nicht.", "pandoc, which makes this format, does not start.");

    public static readonly RenderingProblem Failed = new("/problems/rendering-failed", 422,
        "Aus diesem HTML ließ sich kein Dokument erzeugen.", "No document could be made of this HTML.");
}

internal sealed class RenderingException(RenderingProblem problem, Exception? inner = null) : Exception(problem.English, inner)
{
    public RenderingProblem Problem { get; } = problem;
}
