using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Integrationskonzept.PaperSources;

/// <summary>The text of a page. Nothing in it is run, nothing it points at is fetched.</summary>
static class HtmlText
{
    const int Deepest = 200;

    public static string Read(string html)
    {
        var writing = new TextWriting();
        using var document = new HtmlParser(new() { IsScripting = false }).ParseDocument(html);
        Write(writing, document.Body!, 0);
        return writing.Done();
    }

    static void Write(TextWriting writing, INode node, int depth)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words)
                writing.Say(string.Join(' ', words.Data.Split((char[]?)null)));
            else if (child is IElement element && depth < Deepest)
                Write(writing, element, depth + 1, element.LocalName);
        }
    }

    static void Write(TextWriting writing, IElement element, int depth, string name)
    {
        switch (name)
        {
            case "script" or "style" or "noscript" or "template" or "svg" or "nav":
                return;
            case "br":
                writing.Say("\n");
                return;
            case "tr":
                writing.EndParagraph();
                writing.StartRow();
                Write(writing, element, depth);
                writing.EndRow();
                return;
            case "td" or "th":
                writing.EndParagraph();
                writing.StartCell();
                Write(writing, element, depth);
                writing.EndParagraph();
                return;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Block(writing, element, depth, "# ");
                return;
            case "li":
                Block(writing, element, depth, "- ");
                return;
            case "p"
            or "div"
            or "section"
            or "article"
            or "main"
            or "header"
            or "footer"
            or "ul"
            or "ol"
            or "table"
            or "dl"
            or "dt"
            or "dd"
            or "blockquote"
            or "pre"
            or "address"
            or "form"
            or "fieldset":
                Block(writing, element, depth, "");
                return;
            default:
                Write(writing, element, depth);
                return;
        }
    }

    static void Block(TextWriting writing, IElement element, int depth, string mark)
    {
        writing.EndParagraph();
        writing.Mark(mark);
        Write(writing, element, depth);
        var isBold = element.Children is [{ LocalName: "b" or "strong" } only] && only.TextContent.Trim() == element.TextContent.Trim();
        writing.EndParagraph(isBold);
        if (element.LocalName is "ul" or "ol" or "table")
            writing.EndBlock();
    }
}
