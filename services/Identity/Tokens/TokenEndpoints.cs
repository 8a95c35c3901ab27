using System.Security.Claims;
using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.Identity.Clients;
using Integrationskonzept.Identity.SignIn;
using Integrationskonzept.ServiceDefaults.Authorization;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Integrationskonzept.Identity.Tokens;

/// <summary>Where tokens are asked for. They carry a pseudonymous subject and roles; for the platform's own API also the account's mail address, by which Scheduling writes to it.</summary>
static class TokenEndpoints
{
    static readonly string Server = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static void MapTokenEndpoints(this IEndpointRouteBuilder app)
    {
        var connect = app.MapGroup("/connect").ExcludeFromDescription().AllowAnonymous();
        connect.MapMethods("authorize", ["GET", "POST"], AuthorizeAsync);
        connect.MapPost("token", TokenAsync).DisableAntiforgery();
        connect.MapMethods("logout", ["GET", "POST"], async (HttpContext http) =>
        {
            await http.SignOutAsync(SignInSetup.Scheme);
            return Results.SignOut(authenticationSchemes: [Server]);
        });
    }

    static async Task<IResult> AuthorizeAsync(HttpContext http, IdentityDb db, CancellationToken ct)
    {
        var request = http.GetOpenIddictServerRequest()!;
        var signedIn = await http.AuthenticateAsync(SignInSetup.Scheme);
        if (!signedIn.Succeeded || await FindAsync(db, signedIn.Principal, ct) is not { } account)
            return Results.Challenge(new() { RedirectUri = http.Request.PathBase + http.Request.Path + http.Request.QueryString }, [SignInSetup.Scheme]);
        return Results.SignIn(Principal(account, request.GetScopes()), authenticationScheme: Server);
    }

    static async Task<IResult> TokenAsync(HttpContext http, IdentityDb db, IOpenIddictApplicationManager clients, CancellationToken ct)
    {
        var request = http.GetOpenIddictServerRequest()!;
        if (request.IsClientCredentialsGrantType())
        {
            var client = await clients.FindByClientIdAsync(request.ClientId!, ct);
            var (memberships, isOperator) = ClientRegistration.RolesOf(await clients.GetPropertiesAsync(client!, ct));
            return Results.SignIn(Principal(request.ClientId!, memberships, isOperator, []), authenticationScheme: Server);
        }

        // Code and refresh token: roles are read anew, so that what was taken away is gone with the next token.
        var granted = await http.AuthenticateAsync(Server);
        return await FindAsync(db, granted.Principal, ct) is { } account
            ? Results.SignIn(Principal(account, granted.Principal!.GetScopes()), authenticationScheme: Server)
            : Results.Forbid(new(new Dictionary<string, string?>
            {
                [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.InvalidGrant,
                [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = "The account does not exist any more.",
            }), [Server]);
    }

    static async Task<Account?> FindAsync(IdentityDb db, ClaimsPrincipal? principal, CancellationToken ct) =>
        Guid.TryParse(principal?.FindFirstValue(Claims.Subject), out var id)
            ? await db.Accounts.AsNoTracking().Include(row => row.Memberships).SingleOrDefaultAsync(row => row.Id == id, ct)
            : null;

    static ClaimsPrincipal Principal(Account account, IEnumerable<string> scopes) => Principal(
        account.Id.ToString(), account.Memberships.Select(own => $"{own.TenantSlug}:{own.Role}"), account.IsOperator, scopes, account.UserName);

    static ClaimsPrincipal Principal(string subject, IEnumerable<string> memberships, bool isOperator, IEnumerable<string> scopes, string? address = null)
    {
        var identity = new ClaimsIdentity(Server, Claims.Name, Claims.Role);
        identity.AddClaim(Claims.Subject, subject);
        foreach (var membership in memberships) identity.AddClaim(Caller.MembershipClaim, membership);
        if (address is not null) identity.AddClaim(Claims.Email, address);
        if (isOperator) identity.AddClaim(Caller.PlatformRoleClaim, Roles.Operator);
        identity.SetScopes(scopes);
        identity.SetResources(TokenValidation.Audience);
        identity.SetDestinations(_ => [Destinations.AccessToken]);
        return new(identity);
    }
}
