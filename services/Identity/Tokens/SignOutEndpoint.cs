using Integrationskonzept.Identity.Browsers;
using Integrationskonzept.Identity.Pages;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Integrationskonzept.Identity.Tokens;

/// <summary>
/// Where a front end sends who signs out. A foreign page can lead a browser here as well, by a picture's address; so who can't show whom
/// it means (by the id token as <c>id_token_hint</c>) has the person asked first.
/// </summary>
static class SignOutEndpoint
{
    static readonly string Server = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static void MapSignOut(this RouteGroupBuilder connect) => connect.MapMethods("logout", ["GET", "POST"], SignOutAsync);

    static async Task<IResult> SignOutAsync(HttpContext http, Sessions sessions, CancellationToken ct)
    {
        var request = http.GetOpenIddictServerRequest()!;
        if (await sessions.FindAsync(http, ct) is { } signedIn && !await IsMeantAsync(http, signedIn))
            return await AskAsync(http, request);
        await sessions.EndAsync(http, ct);
        return request.PostLogoutRedirectUri is null
            ? Results.LocalRedirect("/account/sign-in")
            : Results.SignOut(authenticationSchemes: [Server]);
    }

    /// <summary>By the form that we have shown, or by a front end that has an id token of the same account.</summary>
    static async Task<bool> IsMeantAsync(HttpContext http, SignedIn signedIn) =>
        (HttpMethods.IsPost(http.Request.Method) && await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
        || (await http.AuthenticateAsync(Server)).Principal?.GetClaim(Claims.Subject) == signedIn.Account.Id.ToString();

    static Task<IResult> AskAsync(HttpContext http, OpenIddictRequest request)
    {
        http.Response.Headers.CacheControl = "no-store";
        return http.ShowAsync<SignOutPage>(
            new()
            {
                [nameof(SignOutPage.Fields)] = new[]
                {
                    (Parameters.ClientId, request.ClientId),
                    (Parameters.State, request.State),
                    (Parameters.PostLogoutRedirectUri, request.PostLogoutRedirectUri),
                },
            }
        );
    }
}
