using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Integrationskonzept.ServiceDefaults.Errors;

static class ProblemSetup
{
    static readonly CultureInfo[] Cultures = [new("de"), new("en")];

    public static IServiceCollection AddProblems(this IServiceCollection services) =>
        services
            .AddExceptionHandler<ProblemHandler>()
            // before the framework's, which answers a browser with JSON or a line of text
            .AddSingleton<IProblemDetailsWriter, ProblemPage>()
            .AddProblemDetails(options => options.CustomizeProblemDetails = Complete)
            .AddSingleton<IProblemDetailsWriter, ProblemForAll>() // after it, for who accepts no JSON
            // Else only development says what was wrong with a request; production would answer a bare 400.
            .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true)
            .Configure<RequestLocalizationOptions>(options =>
            {
                options.DefaultRequestCulture = new("de");
                options.SupportedCultures = options.SupportedUICultures = Cultures;
                options.ApplyCurrentCultureToResponseHeaders = true;
            });

    /// <summary>Statuses set without an exception (404, 405, 415 …) get our stable types and words too.</summary>
    internal static void Complete(ProblemDetailsContext context)
    {
        context.HttpContext.Response.Headers.ContentLanguage = CultureInfo.CurrentUICulture.Name;
        var details = context.ProblemDetails;
        details.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;
        details.Instance = context.HttpContext.Request.Path;
        if (details is HttpValidationProblemDetails validation)
        {
            details.Type = "/problems/validation";
            details.Title = new Text("Eingabe unvollständig oder falsch", "Input incomplete or wrong").ToString();
            var fields = string.Join(", ", validation.Errors.Keys);
            details.Detail ??= new Text(
                $"Diese Felder fehlen oder sind falsch: {fields}. Näheres steht unter errors.",
                $"These fields are missing or wrong: {fields}. See errors for what is wrong."
            ).ToString();
        }
        else if (details.Type?.StartsWith("/problems/", StringComparison.Ordinal) != true)
        {
            var (code, title, detail) = Words(context.HttpContext.Response.StatusCode);
            details.Type = $"/problems/{code}";
            details.Title = title.ToString();
            details.Detail = detail.ToString();
        }
    }

    static (string Code, Text Title, Text Detail) Words(int status) =>
        status switch
        {
            401 => (
                "unauthenticated",
                new("Nicht angemeldet", "Not signed in"),
                new(
                    "Senden Sie ein gültiges Zugriffstoken (Authorization: Bearer …).",
                    "Send a valid access token (Authorization: Bearer …)."
                )
            ),
            403 => (
                "forbidden",
                new("Kein Recht dazu", "No right to do this"),
                new(
                    "Ihre Rolle erlaubt das nicht. Die Koordination kann Rollen vergeben.",
                    "Your role does not allow this. The coordination can grant roles."
                )
            ),
            404 => (
                "not-found",
                new("Nicht gefunden", "Not found"),
                new("Das gibt es hier nicht. Prüfen Sie die Adresse.", "There is no such thing here. Check the address.")
            ),
            405 => (
                "method-not-allowed",
                new("Methode nicht erlaubt", "Method not allowed"),
                new("Der Kopf Allow nennt die erlaubten Methoden.", "The header Allow names the methods that are allowed.")
            ),
            413 => ("too-large", new("Zu groß", "Too large"), new("Der Inhalt ist zu groß.", "The content is too large.")),
            415 => (
                "unsupported-media-type",
                new("Inhaltstyp nicht verwendbar", "Unsupported media type"),
                new("Senden Sie den Inhalt als application/json.", "Send the content as application/json.")
            ),
            429 => (
                "too-many-requests",
                new("Zu viele Anfragen", "Too many requests"),
                new("Warten Sie so lange, wie Retry-After sagt.", "Wait as long as Retry-After says.")
            ),
            502 or 503 or 504 => (
                "unavailable",
                new("Gerade nicht erreichbar", "Not available right now"),
                new("Versuchen Sie es in einigen Sekunden erneut.", "Try again in a few seconds.")
            ),
            _ => (
                "request-failed",
                new("Anfrage fehlgeschlagen", "Request failed"),
                new("Die Anfrage konnte nicht bearbeitet werden.", "The request could not be handled.")
            ),
        };
}
