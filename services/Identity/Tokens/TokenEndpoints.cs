using System.Security.Claims;
using Integrationskonzept.Identity.Browsers;
using Integrationskonzept.Identity.Clients;
using Integrationskonzept.Identity.Development;
using Integrationskonzept.Identity.SecondFactors;
using Integrationskonzept.ServiceDefaults.Authorization;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Integrationskonzept.Identity.Tokens;

/// <summary>
/// Where tokens are asked for. They carry a pseudonymous subject and roles; for the platform's own API also the account's mail address, by
/// which Scheduling writes to it.
/// </summary>
static class TokenEndpoints
{
    static readonly string Server = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static void MapTokenEndpoints(this IEndpointRouteBuilder app)
    {
        var connect = app.MapGroup("/connect").ExcludeFromDescription().AllowAnonymous();
        connect.MapMethods("authorize", ["GET", "POST"], AuthorizeAsync);
        connect.MapPost("token", TokenAsync).DisableAntiforgery();
        connect.MapSignOut();
    }

    static async Task<IResult> AuthorizeAsync(HttpContext http, Sessions sessions, SecondStep second, CancellationToken ct)
    {
        var request = http.GetOpenIddictServerRequest()!;
        if (await sessions.FindAsync(http, ct) is not { } signedIn)
            return Results.Challenge(
                new() { RedirectUri = http.Request.PathBase + http.Request.Path + http.Request.QueryString },
                [Sessions.Scheme]
            );
        if (await second.MissingAsync(signedIn, ct) is { } step)
            return SecondStep.To(step, http);
        return Results.SignIn(Principal(signedIn, request.GetScopes()), authenticationScheme: Server);
    }

    static async Task<IResult> TokenAsync(
        HttpContext http,
        IOpenIddictApplicationManager clients,
        Sessions sessions,
        SecondStep second,
        IConfiguration configuration,
        CancellationToken ct
    )
    {
        var request = http.GetOpenIddictServerRequest()!;
        if (request.IsClientCredentialsGrantType())
        {
            var client = await clients.FindByClientIdAsync(request.ClientId!, ct);
            var (memberships, isOperator) = ClientRegistration.RolesOf(await clients.GetPropertiesAsync(client!, ct));
            // Only Development has programs that are operators; a database that began there may have moved on.
            isOperator &= DevelopmentAccounts.OperatorIn(configuration) is not null;
            return Results.SignIn(Principal(request.ClientId!, memberships, isOperator, []), authenticationScheme: Server);
        }

        // Code and refresh token: session and roles are read anew, so that what was taken away is gone with the next token.
        var granted = await http.AuthenticateAsync(Server);
        return await sessions.FindAsync(granted.Principal, ct) is { } signedIn && await second.MissingAsync(signedIn, ct) is null
            ? Results.SignIn(Principal(signedIn, granted.Principal!.GetScopes()), authenticationScheme: Server)
            : Results.Forbid(
                new(
                    new Dictionary<string, string?>
                    {
                        [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.InvalidGrant,
                        [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = "The session has ended: sign in again.",
                    }
                ),
                [Server]
            );
    }

    static ClaimsPrincipal Principal(SignedIn signedIn, IEnumerable<string> scopes)
    {
        var account = signedIn.Account;
        var principal = Principal(
            account.Id.ToString(),
            account.Memberships.Select(own => $"{own.TenantSlug}:{own.Role}"),
            account.IsOperator,
            scopes,
            account.UserName
        );
        // Without a destination: in codes and refresh tokens, not in access tokens.
        ((ClaimsIdentity)principal.Identity!).AddClaim(Sessions.Claim, signedIn.Session.Id.ToString());
        return principal;
    }

    static ClaimsPrincipal Principal(
        string subject,
        IEnumerable<string> memberships,
        bool isOperator,
        IEnumerable<string> scopes,
        string? address = null
    )
    {
        var identity = new ClaimsIdentity(Server, Claims.Name, Claims.Role);
        identity.AddClaim(Claims.Subject, subject);
        foreach (var membership in memberships)
            identity.AddClaim(Caller.MembershipClaim, membership);
        if (address is not null)
            identity.AddClaim(Claims.Email, address);
        if (isOperator)
            identity.AddClaim(Caller.PlatformRoleClaim, Roles.Operator);
        identity.SetScopes(scopes);
        identity.SetResources(TokenValidation.Audience);
        identity.SetDestinations(_ => [Destinations.AccessToken]);
        return new(identity);
    }
}
