using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Ganss.Xss;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace Integrationskonzept.ServiceDefaults.Rendering;

/// <summary>
/// CommonMark (with pipe tables and footnotes) that people wrote, as HTML that is safe to show: no raw HTML, no scripts, no styles. An
/// image becomes a link to it by its alternative text, as a page that loads it would tell others who reads.
/// </summary>
public static partial class MarkdownHtml
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseFootnotes().Build();
    static readonly HtmlSanitizer Sanitizer = MakeSanitizer();

    /// <summary>Renders a fragment; its highest heading becomes <c>h{top}</c>, so that the page's outline has no gaps.</summary>
    public static MarkupString Render(string? markdown, int top = 2)
    {
        var document = Markdown.Parse(markdown ?? "", Pipeline);
        var headings = document.Descendants<HeadingBlock>().ToList();
        var shift = headings.Count == 0 ? 0 : top - headings.Min(heading => heading.Level);
        var previous = top - 1;
        foreach (var heading in headings)
            previous = heading.Level = Math.Clamp(heading.Level + shift, top, Math.Min(previous + 1, 6));
        foreach (var image in document.Descendants<LinkInline>().Where(link => link.IsImage))
            image.IsImage = false;
        // A wide table scrolls in a region of its own, which the keyboard reaches (WCAG 2.2, 1.4.10 and 2.1.1).
        // Columns are aligned by a class, as pages allow no styles but those of our sheets.
        return new(
            Sanitizer
                .Sanitize(
                    FootnoteMark()
                        .Replace(Alignment().Replace(document.ToHtml(Pipeline), "class=\"$1\""), $"$1fn$2-{MarkOf(markdown)}-$3\"")
                )
                .Replace(
                    "<table>",
                    "<div class=\"scroll\" role=\"region\" aria-label=\"Tabelle\" tabindex=\"0\"><table>",
                    StringComparison.Ordinal
                )
                .Replace("</table>", "</table></div>", StringComparison.Ordinal)
                .Replace(
                    "class=\"footnote-back-ref\"",
                    "class=\"footnote-back-ref\" aria-label=\"zurück zum Text\"",
                    StringComparison.Ordinal
                )
        );
    }

    [GeneratedRegex("style=\"text-align: (left|center|right);\"")]
    private static partial Regex Alignment();

    /// <summary>Marks of footnotes are another in each text, as a page shows several.</summary>
    [GeneratedRegex("((?:id|href)=\"#?)fn(ref)?:([0-9:]+)\"")]
    private static partial Regex FootnoteMark();

    static string MarkOf(string? text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text ?? "")))[..8];

    static HtmlSanitizer MakeSanitizer()
    {
        var sanitizer = new HtmlSanitizer { KeepChildNodes = true };
        sanitizer.AllowedTags.Clear();
        sanitizer.AllowedTags.UnionWith([
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "blockquote",
            "strong",
            "em",
            "a",
            "code",
            "pre",
            "hr",
            "br",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "sup",
            "div",
        ]);
        sanitizer.AllowedAttributes.Clear();
        sanitizer.AllowedAttributes.UnionWith(["href", "title", "start", "class", "id"]);
        sanitizer.AllowedClasses.UnionWith(["left", "center", "right", "footnotes", "footnote-ref", "footnote-back-ref"]);
        sanitizer.AllowedCssProperties.Clear();
        sanitizer.AllowedSchemes.Clear();
        sanitizer.AllowedSchemes.UnionWith(["https", "http", "mailto", "tel"]);
        return sanitizer;
    }
}
