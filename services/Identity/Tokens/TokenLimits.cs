using System.Net.Http.Headers;
using System.Text;
using Integrationskonzept.Identity.Browsers;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Identity.Tokens;

/// <summary>Wrong secrets are limited per client and caller; what is right counts for nothing, however many ask at once.</summary>
static class TokenLimits
{
    public static void UseTokenLimits(this IApplicationBuilder app) =>
        app.UseWhen(
            http => HttpMethods.IsPost(http.Request.Method) && http.Request.Path == "/connect/token",
            branch =>
                branch.Use(
                    async (http, next) =>
                    {
                        // People's codes and refresh tokens can't be guessed and come without a secret: nobody behind the same address
                        // shuts them out.
                        var form = http.Request.HasFormContentType
                            ? await http.Request.ReadFormAsync(http.RequestAborted)
                            : FormCollection.Empty;
                        if (form["grant_type"] != "client_credentials")
                        {
                            await next(http);
                            return;
                        }
                        var client = form["client_id"] is [{ Length: <= 100 } id] ? id : InHeader(http.Request.Headers.Authorization);
                        var limits = Guesses.OfSecret(client, CallerAddress.Of(http));
                        var guesses = http.RequestServices.GetRequiredService<Guesses>();
                        if (!await guesses.AreOpenAsync(limits, http.RequestAborted))
                            throw new TooManyWrongSecrets();
                        // Counted before the answer is out.
                        http.Response.OnStarting(() =>
                            http.Response.StatusCode == StatusCodes.Status401Unauthorized
                                ? guesses.TakeAsync(limits, CancellationToken.None)
                                : Task.CompletedTask
                        );
                        await next(http);
                    }
                )
        );

    /// <summary>Of HTTP Basic, which names client and secret at once (RFC 6749, 2.3.1): the client alone, whatever the secret.</summary>
    static string InHeader(string? authorization)
    {
        var given = new byte[1024];
        return
            AuthenticationHeaderValue.TryParse(authorization, out var header)
            && Convert.TryFromBase64String(header.Parameter ?? "", given, out var length)
            ? Encoding.UTF8.GetString(given, 0, length).Split(':')[0]
            : "";
    }
}

/// <summary>Wrong too often.</summary>
public sealed class TooManyWrongSecrets()
    : Problem(
        StatusCodes.Status429TooManyRequests,
        "too-many-wrong-secrets",
        new("Zu viele falsche Versuche", "Too many wrong attempts"),
        new(
            "Von hier kam zu oft ein falsches Geheimnis. In 15 Minuten geht es wieder.",
            "A wrong secret came from here too often. Try again in 15 minutes."
        )
    );
