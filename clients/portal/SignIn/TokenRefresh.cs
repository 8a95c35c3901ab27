using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Integrationskonzept.Portal.Sessions;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Integrationskonzept.Portal.SignIn;

/// <summary>
/// Access tokens live ten minutes: shortly before, a new one is asked for, and with it roles and session are looked up anew. Where Identity
/// says that the session has ended, it ends here, too; where it only does not answer, the person stays signed in.
/// </summary>
sealed class TokenRefresh(
    IHttpClientFactory clients,
    IConfiguration configuration,
    ITicketStore sessions,
    TimeProvider time,
    ILogger<TokenRefresh> log
)
{
    static readonly TimeSpan Early = TimeSpan.FromMinutes(1);

    /// <summary>One at a time for each session: a refresh token is good once.</summary>
    readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    public async Task RefreshAsync(CookieValidatePrincipalContext context)
    {
        if (
            context.Properties.GetTokenValue("expires_at") is null
            || context.Properties.GetTokenValue("refresh_token") is null
            || SessionStore.KeyOf(context.HttpContext) is not { } session
        )
        {
            context.RejectPrincipal();
            return;
        }
        if (IsFresh(context.Properties))
            return;
        var turn = turns[(uint)session.GetHashCode(StringComparison.Ordinal) % turns.Length];
        await turn.WaitAsync(context.HttpContext.RequestAborted);
        try
        {
            if (await sessions.RetrieveAsync(session) is { } now && IsFresh(now.Properties))
                context.Properties.StoreTokens(now.Properties.GetTokens());
            else
                await RenewAsync(session, context);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Also where the person has gone on meanwhile: what Identity gave must be kept, the old refresh token is void.</summary>
    async Task RenewAsync(string session, CookieValidatePrincipalContext context)
    {
        var properties = context.Properties;
        using var answer = await AskAsync(properties.GetTokenValue("refresh_token")!);
        if (
            answer is null
            || answer.StatusCode >= HttpStatusCode.InternalServerError
            || answer.StatusCode == HttpStatusCode.TooManyRequests
        )
            return;
        if (!answer.IsSuccessStatusCode)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return;
        }
        Take((await answer.Content.ReadFromJsonAsync<JsonObject>())!, properties);
        await sessions.RenewAsync(session, new(context.Principal!, properties, context.Scheme.Name));
    }

    bool IsFresh(AuthenticationProperties properties) =>
        properties.GetTokenValue("expires_at") is { } expires
        && DateTimeOffset.Parse(expires, CultureInfo.InvariantCulture) - Early > time.GetUtcNow();

    async Task<HttpResponseMessage?> AskAsync(string refresh)
    {
        try
        {
            return await clients
                .CreateClient(nameof(TokenRefresh))
                .PostAsync(
                    new Uri(PublicUrl.Of(configuration), "connect/token"),
                    new FormUrlEncodedContent(
                        new Dictionary<string, string>
                        {
                            [OpenIdConnectParameterNames.GrantType] = OpenIdConnectGrantTypes.RefreshToken,
                            [OpenIdConnectParameterNames.ClientId] = PortalDb.Service,
                            [OpenIdConnectParameterNames.ClientSecret] = configuration["Portal:ClientSecret"]!,
                            [OpenIdConnectParameterNames.RefreshToken] = refresh,
                        }
                    )
                );
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            log.LogWarning(failure, "A token was not refreshed: Identity does not answer");
            return null;
        }
    }

    void Take(JsonObject answer, AuthenticationProperties properties)
    {
        properties.UpdateTokenValue("access_token", (string)answer["access_token"]!);
        if ((string?)answer["refresh_token"] is { } next)
            properties.UpdateTokenValue("refresh_token", next);
        if ((string?)answer["id_token"] is { } id)
            properties.UpdateTokenValue("id_token", id);
        var until = time.GetUtcNow() + TimeSpan.FromSeconds((int)answer["expires_in"]!);
        properties.UpdateTokenValue("expires_at", until.ToString("o", CultureInfo.InvariantCulture));
    }
}
