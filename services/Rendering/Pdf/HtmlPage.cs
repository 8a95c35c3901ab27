using System.Net;

namespace Integrationskonzept.Rendering.Pdf;

/// <summary>Turns what the caller gave into a page that prints well: a whole document, with language, A4 and page numbers.</summary>
static class HtmlPage
{
    const string Fonts = "'Liberation Sans', 'DejaVu Sans', sans-serif";

    // The margin is what gives the margin boxes their room.
    const string Paper = "@page { size: A4; margin: 22mm 20mm 24mm 25mm; } html { font-family: " + Fonts + "; }";

    public static string Prepare(Document document)
    {
        var html = document.Html;
        var numbers = html.Contains("counter(page", StringComparison.OrdinalIgnoreCase) ? "" : PageNumbers(document.Language);
        var style = $"<style>{Paper}{numbers}</style>";
        if (
            FindTag(html, "html") < 0
            && FindTag(html, "body") < 0
            && FindTag(html, "head") < 0
            && !html.TrimStart().StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)
        )
        {
            return $"""
                <!doctype html><html lang="{document.Language}"><head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(
                    document.Title
                )}</title>{style}</head><body>{html}</body></html>
                """;
        }

        // Before the caller's own styles, so that theirs win, but never before the doctype, which would switch to quirks mode.
        var at = Math.Max(FindTag(html, "head"), 0);
        if (at == 0)
            at = Math.Max(FindTag(html, "html"), 0);
        if (at == 0 && html.TrimStart().StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase))
            at = html.IndexOf('>', StringComparison.Ordinal) + 1;
        return html.Insert(at, style);
    }

    static string PageNumbers(string language)
    {
        var content = language.StartsWith("de", StringComparison.OrdinalIgnoreCase)
            ? "\"Seite \" counter(page) \" von \" counter(pages)"
            : "\"Page \" counter(page) \" of \" counter(pages)";
        return "@page { @bottom-right { content: " + content + "; font: 9pt " + Fonts + "; } }";
    }

    /// <summary>The position after an opening tag, or -1.</summary>
    static int FindTag(string html, string name)
    {
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0; at = html.IndexOf('<', at + 1))
        {
            var rest = html.AsSpan(at + 1);
            if (rest.StartsWith("!--"))
            {
                at = html.IndexOf("-->", at, StringComparison.Ordinal);
                if (at < 0)
                    return -1;
                continue;
            }

            if (!rest.StartsWith(name, StringComparison.OrdinalIgnoreCase) || rest.Length == name.Length)
                continue;
            if (rest[name.Length] == '>' || char.IsWhiteSpace(rest[name.Length]))
                return html.IndexOf('>', at) + 1;
        }

        return -1;
    }
}
