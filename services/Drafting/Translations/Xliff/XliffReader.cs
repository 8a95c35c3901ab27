using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Integrationskonzept.ServiceDefaults.Validation;

namespace Integrationskonzept.Drafting.Translations.Xliff;

/// <summary>
/// Reads an XLIFF 2 document that comes back from translators. Their tools may have split and joined segments, moved them
/// (<c>order</c>), and added notes, annotations and modules; of all that only the words count.
/// </summary>
static partial class XliffReader
{
    /// <summary>Groups within groups and annotations within annotations; a hostile file goes deeper.</summary>
    const int MostDepth = 64;

    static readonly string[] Versions = ["2.0", "2.1"];

    /// <param name="bytes">The document.</param>
    /// <param name="language">The language that it has to be in.</param>
    /// <param name="sections">Where the concept's sections are.</param>
    public static IReadOnlyList<XliffSection> Read(byte[] bytes, string language, string sections)
    {
        var root = Load(bytes);
        if (root.Name != XliffDocument.Core + "xliff" || !Versions.Contains((string?)root.Attribute("version")))
            throw new XliffInvalid(new("Das Dokument ist kein XLIFF 2.0 oder 2.1.", "The document is not XLIFF 2.0 or 2.1."));
        RequireLanguages(root, language);
        var files = root.Elements(XliffDocument.Core + "file").Select(file => Section(file, sections)).ToList();
        if (files.Count == 0)
            throw new XliffInvalid(new("Das Dokument enthält keine Datei (file).", "The document has no file."));
        return files.GroupBy(file => file.SectionId).FirstOrDefault(group => group.Count() > 1) is null
            ? files
            : throw new XliffInvalid(new("Ein Abschnitt steht zweimal darin.", "A section is in it twice."));
    }

    static XElement Load(byte[] bytes)
    {
        try
        {
            using (var reader = Open(bytes))
                while (reader.Read())
                    if (reader.Depth > MostDepth)
                        throw new XliffInvalid(new("Das Dokument ist zu tief verschachtelt.", "The document is nested too deeply."));
            using var again = Open(bytes);
            return XDocument.Load(again, LoadOptions.PreserveWhitespace).Root!;
        }
        catch (XmlException broken)
        {
            throw new XliffBroken(broken.LineNumber);
        }
    }

    /// <summary>No DTD, so no entities and nothing from elsewhere.</summary>
    static XmlReader Open(byte[] bytes) =>
        XmlReader.Create(
            new MemoryStream(bytes),
            new()
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = XliffDocument.MostBytes,
                CloseInput = true,
            }
        );

    static void RequireLanguages(XElement root, string language)
    {
        var (source, target) = ((string?)root.Attribute("srcLang"), (string?)root.Attribute("trgLang"));
        if (!Is(source, TranslationLanguage.IsSource) || !Is(target, tag => tag == language))
            throw new XliffLanguage(language, source, target);

        static bool Is(string? tag, Func<string, bool> rule) =>
            tag is not null && LanguageTag.IsValid(tag) && rule(LanguageTag.Canonical(tag));
    }

    static XliffSection Section(XElement file, string sections)
    {
        var original = (string?)file.Attribute("original") ?? "";
        if (
            XliffDocument.SectionOf((string?)file.Attribute("id")) is not { } id
            || !original.StartsWith(sections, StringComparison.Ordinal)
        )
            throw new XliffSectionUnknown((string?)file.Attribute("id") ?? "");
        if (Revision().Match(original) is not { Success: true } revision)
            throw new XliffInvalid(
                new(
                    "Bei „original“ steht nicht, welche Fassung übersetzt ist.",
                    "The attribute original does not say which revision is translated."
                )
            );
        var (title, markdown) = (new StringBuilder(), new StringBuilder());
        var (segments, missing) = (0, 0);
        foreach (var unit in file.Descendants(XliffDocument.Core + "unit"))
        {
            var text = (string?)unit.Attribute("id") == XliffDocument.TitleUnit ? title : markdown;
            foreach (var piece in Pieces(unit))
            {
                text.Append(piece.Text);
                segments += piece.IsSegment ? 1 : 0;
                missing += piece.IsMissing ? 1 : 0;
            }
        }
        return new(
            id,
            int.Parse(revision.Groups[1].Value, CultureInfo.InvariantCulture),
            new(title.ToString().Trim(), markdown.ToString()),
            segments,
            missing
        );
    }

    /// <summary>Segments and marks in the order of the targets.</summary>
    static IEnumerable<Piece> Pieces(XElement unit) =>
        unit.Elements()
            .Where(part => part.Name == XliffDocument.Core + "segment" || part.Name == XliffDocument.Core + "ignorable")
            .Select((part, index) => Read(part, index + 1))
            .OrderBy(piece => piece.Order);

    static Piece Read(XElement part, int place)
    {
        var isSegment = part.Name.LocalName == "segment";
        var (source, target) = (part.Element(XliffDocument.Core + "source"), part.Element(XliffDocument.Core + "target"));
        var (original, text) = (source is null ? "" : Words(source), target is null ? null : Words(target));
        var order = int.TryParse((string?)target?.Attribute("order"), NumberStyles.None, CultureInfo.InvariantCulture, out var told)
            ? told
            : place;
        var isMissing = isSegment && string.IsNullOrWhiteSpace(text) && !string.IsNullOrWhiteSpace(original);
        // A blank segment is one that a tool split off: its blanks stay.
        return new(order, string.IsNullOrEmpty(text) && !isMissing ? original : text ?? "", isSegment, isMissing);
    }

    /// <summary>Without annotations; with what XML can't hold otherwise.</summary>
    static string Words(XElement text)
    {
        var words = new StringBuilder();
        foreach (var node in text.DescendantNodes())
            if (node is XText part)
                words.Append(part.Value);
            else if (node is XElement { Name.LocalName: "cp" } point)
                words.Append(CodePoint((string?)point.Attribute("hex")));
        return words.ToString();
    }

    static string CodePoint(string? hex) =>
        int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) && value > 0 && Rune.IsValid(value)
            ? new Rune(value).ToString()
            : throw new XliffInvalid(new($"„cp“ nennt kein Zeichen: {hex}.", $"The element cp names no character: {hex}."));

    [GeneratedRegex(@"\?revision=([0-9]{1,9})$")]
    private static partial Regex Revision();

    sealed record Piece(int Order, string Text, bool IsSegment, bool IsMissing);
}
