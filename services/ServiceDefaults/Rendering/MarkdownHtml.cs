using System.Text.RegularExpressions;
using Ganss.Xss;
using Markdig;
using Markdig.Syntax;
using Microsoft.AspNetCore.Components;

namespace Integrationskonzept.ServiceDefaults.Rendering;

/// <summary>
/// CommonMark (with pipe tables) that people wrote, as HTML that is safe to show: no raw HTML, no scripts, no styles, no remote images.
/// </summary>
public static partial class MarkdownHtml
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();
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
        // A wide table scrolls in a region of its own, which the keyboard reaches (WCAG 2.2, 1.4.10 and 2.1.1).
        // Columns are aligned by a class, as pages allow no styles but those of our sheets.
        return new(
            Sanitizer
                .Sanitize(Alignment().Replace(document.ToHtml(Pipeline), "class=\"$1\""))
                .Replace(
                    "<table>",
                    "<div class=\"scroll\" role=\"region\" aria-label=\"Tabelle\" tabindex=\"0\"><table>",
                    StringComparison.Ordinal
                )
                .Replace("</table>", "</table></div>", StringComparison.Ordinal)
        );
    }

    [GeneratedRegex("style=\"text-align: (left|center|right);\"")]
    private static partial Regex Alignment();

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
        ]);
        sanitizer.AllowedAttributes.Clear();
        sanitizer.AllowedAttributes.UnionWith(["href", "title", "start", "class"]);
        sanitizer.AllowedClasses.UnionWith(["left", "center", "right"]);
        sanitizer.AllowedCssProperties.Clear();
        sanitizer.AllowedSchemes.Clear();
        sanitizer.AllowedSchemes.UnionWith(["https", "http", "mailto", "tel"]);
        return sanitizer;
    }
}
