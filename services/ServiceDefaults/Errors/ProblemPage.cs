using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Integrationskonzept.ServiceDefaults.Errors;

/// <summary>
/// Problem details for people: who asks for HTML (a browser) gets the same words as a page, in the look of the page for signing in.
/// </summary>
sealed class ProblemPage(HtmlEncoder html) : IProblemDetailsWriter
{
    const string Look = "/account/style.css";

    public bool CanWrite(ProblemDetailsContext context)
    {
        var accept = new RequestHeaders(context.HttpContext.Request.Headers).Accept;
        var page = accept
            .Where(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase))
            .Select(Quality)
            .DefaultIfEmpty(0)
            .Max();
        return page > 0
            && accept.Where(type => type.SubType.EndsWith("json", StringComparison.OrdinalIgnoreCase)).All(json => Quality(json) < page);

        static double Quality(MediaTypeHeaderValue type) => type.Quality ?? 1;
    }

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        ProblemSetup.Complete(context);
        var (details, response) = (context.ProblemDetails, context.HttpContext.Response);
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        await response.WriteAsync(
            $"""
            <!DOCTYPE html>
            <html lang="{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}">
            <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>{html.Encode(details.Title!)} – Integrationskonzept</title>
                <link rel="stylesheet" href="{Look}">
            </head>
            <body>
            <main>
                <h1>{html.Encode(details.Title!)}</h1>
                <p>{html.Encode(details.Detail!)}</p>
                <p><a href="/">{new Text("Zur Übersicht aller Landkreise", "To the list of all Landkreise")}</a></p>
                <p><small>{new Text("Für die Betriebsstelle", "For the operators")}: {details.Extensions["traceId"]}</small></p>
            </main>
            </body>
            </html>

            """,
            context.HttpContext.RequestAborted
        );
    }
}
