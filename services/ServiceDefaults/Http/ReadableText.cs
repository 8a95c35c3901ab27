using System.Text;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Integrationskonzept.ServiceDefaults.Http;

/// <summary>
/// What is no text is refused before anything reads it: NUL and halves of characters (lone surrogates), which no database stores, in query,
/// form and content (the server itself refuses it in a path); bytes beyond ASCII in headers; and contents in a character set that nobody
/// here reads.
/// </summary>
static class ReadableText
{
    /// <summary>Query and headers: of every request to every process.</summary>
    public static void UseReadableHeads(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                var request = context.Request;
                foreach (var (name, values) in request.Headers)
                    if (!values.All(IsAscii))
                        throw new HeaderNotAscii(name);
                foreach (var (name, values) in request.Query)
                    if (!IsText(name) || !values.All(IsText))
                        throw new NotText(new("Ein Wert der Adresse hinter dem ?", "A value of the address behind the ?"));
                return next(context);
            }
        );

    /// <summary>The content, where it is read: looked at while it is read, a form's at once.</summary>
    public static void UseReadableContent(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                var request = context.Request;
                if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
                {
                    var isJson = request.HasJsonContentType();
                    if (
                        type.Charset.HasValue && (EncodingOf(type) is not { } known || (isJson && known.CodePage != Encoding.UTF8.CodePage))
                    )
                        throw new CharsetUnknown();
                    if (isJson)
                        request.Body = new JsonTextStream(request.Body);
                    else if (request.HasFormContentType)
                        await RefuseAsync(request);
                }
                await next(context);
            }
        );

    static Encoding? EncodingOf(MediaTypeHeaderValue type)
    {
        try
        {
            return type.Encoding;
        }
        catch (NotSupportedException)
        {
            return null;
        } // UTF-7, which .NET knows and refuses
    }

    static async Task RefuseAsync(HttpRequest request)
    {
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (InvalidDataException unreadable)
        {
            throw new BadHttpRequestException("", unreadable);
        }
        foreach (var (name, values) in form)
            if (!IsText(name) || !values.All(IsText))
                throw new NotText(new("Ein Feld des Formulars", "A field of the form"));
    }

    static bool IsAscii(string? value) => value is null || value.All(letter => letter is '\t' or (>= ' ' and <= '~'));

    static bool IsText(string? value)
    {
        if (value is null)
            return true;
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] == '\0' || char.IsLowSurrogate(value[at]))
                return false;
            if (char.IsHighSurrogate(value[at]) && (++at == value.Length || !char.IsLowSurrogate(value[at])))
                return false;
        }
        return true;
    }
}

/// <summary>NUL, or half of a character.</summary>
public sealed class NotText(Text where)
    : Problem(
        StatusCodes.Status400BadRequest,
        "not-text",
        new("Kein Text", "Not text"),
        new(
            $"{where.De} enthält ein Zeichen, das in keinem Text steht: NUL (U+0000) oder ein halbes Zeichen (einzelnes "
                + "Surrogat). Nehmen Sie es heraus.",
            $"{where.En} holds a character that no text has: NUL (U+0000) or half of a character (a lone surrogate). Take it out."
        )
    );

/// <summary>Header fields are ASCII.</summary>
public sealed class HeaderNotAscii(string name)
    : Problem(
        StatusCodes.Status400BadRequest,
        "header-unreadable",
        new("Kopf nicht lesbar", "Header can't be read"),
        new(
            $"Der Kopf {name} enthält ein Zeichen außerhalb von ASCII. Schreiben Sie es in Prozentkodierung oder lassen Sie es weg.",
            $"The header {name} holds a character beyond ASCII. Percent-encode it, or leave it out."
        )
    );

/// <summary>A content in a character set that is not read here.</summary>
public sealed class CharsetUnknown()
    : Problem(
        StatusCodes.Status415UnsupportedMediaType,
        "unsupported-media-type",
        new("Inhaltstyp nicht verwendbar", "Unsupported media type"),
        new(
            "Senden Sie den Inhalt in UTF-8 (charset=utf-8, oder kein charset).",
            "Send the content in UTF-8 (charset=utf-8, or no charset)."
        )
    );
