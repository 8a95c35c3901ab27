using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace Integrationskonzept.Portal.SignIn;

/// <summary>Ends the session here and at Identity, which revokes its tokens with it.</summary>
static class SignOut
{
    public static async Task<IResult> EndAsync(HttpContext http, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
            throw new FormExpired();
        return Results.SignOut(new(), [CookieAuthenticationDefaults.AuthenticationScheme, OpenIdConnectDefaults.AuthenticationScheme]);
    }

    /// <summary>Whom the portal means, Identity knows by the id token; else it would ask.</summary>
    public static async Task NameThePersonAsync(RedirectContext context) =>
        context.ProtocolMessage.IdTokenHint ??= await context.HttpContext.GetTokenAsync("id_token");
}

/// <summary>The form was open too long, or comes from elsewhere.</summary>
public sealed class FormExpired()
    : Problem(
        StatusCodes.Status400BadRequest,
        "form-expired",
        new("Formular abgelaufen", "Form expired"),
        new("Laden Sie die Seite neu und senden Sie das Formular noch einmal ab.", "Load the page again and send the form once more.")
    );
