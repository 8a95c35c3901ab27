using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Integrationskonzept.Portal.SignIn;

/// <summary>
/// Access tokens live ten minutes: shortly before, a new one is asked for, and with it roles and session are looked up anew. Where Identity
/// says that the session has ended, it ends here, too; where it only does not answer, the person stays signed in.
/// </summary>
sealed class TokenRefresh(IHttpClientFactory clients, IConfiguration configuration, TimeProvider time, ILogger<TokenRefresh> log)
{
    static readonly TimeSpan Early = TimeSpan.FromMinutes(1);

    public async Task RefreshAsync(CookieValidatePrincipalContext context)
    {
        var properties = context.Properties;
        if (properties.GetTokenValue("expires_at") is not { } expires || properties.GetTokenValue("refresh_token") is not { } refresh)
        {
            context.RejectPrincipal();
            return;
        }
        if (DateTimeOffset.Parse(expires, CultureInfo.InvariantCulture) - Early > time.GetUtcNow())
            return;
        using var answer = await AskAsync(refresh, context.HttpContext.RequestAborted);
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
        Take((await answer.Content.ReadFromJsonAsync<JsonObject>(context.HttpContext.RequestAborted))!, properties);
        context.ShouldRenew = true;
    }

    async Task<HttpResponseMessage?> AskAsync(string refresh, CancellationToken ct)
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
                            [OpenIdConnectParameterNames.ClientId] = Sessions.PortalDb.Service,
                            [OpenIdConnectParameterNames.ClientSecret] = configuration["Portal:ClientSecret"]!,
                            [OpenIdConnectParameterNames.RefreshToken] = refresh,
                        }
                    ),
                    ct
                );
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
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
