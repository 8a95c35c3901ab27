using System.Xml.Linq;

namespace Integrationskonzept.Drafting.Translations.Xliff;

/// <summary>
/// XLIFF 2 of OASIS (http://docs.oasis-open.org/xliff/xliff-core/v2.1/): names that writing and reading share. A section is a file, a
/// paragraph a unit; marks between them are <c>ignorable</c>, so that the targets put together are the section's Markdown.
/// </summary>
static class XliffDocument
{
    public const string MediaType = "application/xliff+xml";

    /// <summary>5 MiB.</summary>
    public const int MostBytes = 5 * 1024 * 1024;
    public const string Namespace = "urn:oasis:names:tc:xliff:document:2.0";

    /// <summary>Unit of the heading; those of the text are numbered.</summary>
    public const string TitleUnit = "title";

    public static readonly XNamespace Core = Namespace;

    public static string FileId(Guid sectionId) => $"section-{sectionId}";

    public static Guid? SectionOf(string? fileId) =>
        fileId?.StartsWith("section-", StringComparison.Ordinal) == true && Guid.TryParseExact(fileId["section-".Length..], "D", out var id)
            ? id
            : null;

    /// <summary>Where the sections of a concept are: what <c>original</c> of each file begins with.</summary>
    public static string Sections(string tenant, Guid conceptId) => $"/api/v1/{tenant}/concepts/{conceptId}/sections/";
}

/// <summary>What came back of a section.</summary>
/// <param name="SectionId">The section.</param>
/// <param name="Revision">Which of its revisions was translated.</param>
/// <param name="Text">Its heading and text in the other language, where all of it is translated.</param>
/// <param name="Segments">How many pieces were to be translated.</param>
/// <param name="Missing">How many of them are not.</param>
sealed record XliffSection(Guid SectionId, int Revision, TranslatedText Text, int Segments, int Missing);
