using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Integrationskonzept.Drafting.Sections.Texts;

/// <summary>What a text needs before it is saved. HTML in it is text: it is shown as it was typed and does nothing.</summary>
static class TextRules
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseFootnotes().Build();

    public static void Require(string markdown)
    {
        if (!markdown.Contains("![", StringComparison.Ordinal))
            return;
        var images = Markdown
            .Parse(markdown, Pipeline)
            .Descendants<LinkInline>()
            .Where(link => link.IsImage && string.IsNullOrWhiteSpace(TextOf(link)))
            .Select(link => link.Url ?? "")
            .Distinct()
            .ToList();
        if (images.Count > 0)
            throw new ImageWithoutAlternative(images);
    }

    static string TextOf(LinkInline link) => string.Concat(link.Descendants<LiteralInline>().Select(text => text.Content.ToString()));
}
