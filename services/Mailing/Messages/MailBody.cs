using System.Globalization;
using System.Net;
using System.Text;

namespace Integrationskonzept.Mailing.Messages;

/// <summary>A simple text that is written once and reads the same as plain text and as accessible HTML.</summary>
public sealed class MailBody(string language)
{
    readonly StringBuilder text = new(),
        html = new();

    /// <summary>Language of the text (BCP 47).</summary>
    public string Language => language;

    /// <summary>Arabic, Hebrew and others are written from right to left.</summary>
    public string Direction => CultureInfo.GetCultureInfo(language).TextInfo.IsRightToLeft ? "rtl" : "ltr";

    /// <summary>The one heading.</summary>
    public MailBody Heading(string words)
    {
        text.Append(words).Append("\r\n\r\n");
        html.Append("<h1>").Append(Safe(words)).Append("</h1>\n");
        return this;
    }

    public MailBody Paragraph(string words)
    {
        text.Append(words).Append("\r\n\r\n");
        html.Append("<p dir=\"auto\">").Append(Safe(words).Replace("\n", "<br>", StringComparison.Ordinal)).Append("</p>\n");
        return this;
    }

    /// <summary>Facts, each with its name; those without a value are left out. What people have written keeps its own direction.</summary>
    public MailBody Facts(params (string Name, string? Value)[] facts)
    {
        html.Append("<dl>\n");
        foreach (var (name, value) in facts.Where(fact => !string.IsNullOrWhiteSpace(fact.Value)))
        {
            text.Append(name).Append(": ").Append(value).Append("\r\n");
            html.Append("<dt><strong>").Append(Safe(name)).Append("</strong></dt><dd dir=\"auto\">").Append(Safe(value!)).Append("</dd>\n");
        }
        text.Append("\r\n");
        html.Append("</dl>\n");
        return this;
    }

    /// <summary>A link whose words say where it leads.</summary>
    public MailBody Link(string words, string address)
    {
        text.Append(words).Append(":\r\n").Append(address).Append("\r\n\r\n");
        html.Append("<p><a href=\"").Append(Safe(address)).Append("\">").Append(Safe(words)).Append("</a></p>\n");
        return this;
    }

    /// <summary>An image that is sent along (<see cref="Mail.Images"/>); plain text shows what it says.</summary>
    public MailBody Image(string name, string says)
    {
        text.Append(says).Append("\r\n\r\n");
        html.Append("<p><img src=\"cid:").Append(Safe(name)).Append("\" alt=\"").Append(Safe(says)).Append("\"></p>\n");
        return this;
    }

    public string ToText() => text.ToString();

    public string ToHtml(string title) =>
        $$"""
            <!DOCTYPE html>
            <html lang="{{language}}" dir="{{Direction}}">
            <head>
            <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{{Safe(title)}}</title>
            <style>
            body { font: 1em/1.5 sans-serif; max-width: 40em; margin: 1em; color: #1a1a1a; background: #fff }
            h1 { font-size: 1.4em } a { color: #0b4f8a } dd { margin: 0 0 .5em }
            </style>
            </head>
            <body>
            {{html}}</body>
            </html>

            """;

    static string Safe(string words) => WebUtility.HtmlEncode(words);
}
