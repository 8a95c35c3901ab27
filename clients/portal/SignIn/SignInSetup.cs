using Integrationskonzept.Portal.Sessions;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Integrationskonzept.Portal.SignIn;

/// <summary>People sign in at Identity (authorization code with PKCE); their tokens stay at the server, in the session.</summary>
static class SignInSetup
{
    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var publicUrl = PublicUrl.Of(builder.Configuration);
        var secret =
            builder.Configuration["Portal:ClientSecret"]
            ?? throw new InvalidOperationException("Portal:ClientSecret must be configured: the portal's own secret at Identity.");
        builder.Services.AddSingleton<TokenRefresh>().AddScoped<KeptForms>();
        builder.Services.AddHttpClient(nameof(TokenRefresh));
        builder
            .Services.AddAuthentication(options =>
            {
                options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
                options.DefaultChallengeScheme = OpenIdConnectDefaults.AuthenticationScheme;
            })
            .AddCookie(options =>
            {
                options.Cookie.Name = "portal";
                options.Cookie.Path = "/portal";
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.ExpireTimeSpan = SessionStore.Lasts;
                options.Events.OnSignedIn = context =>
                {
                    KeptForms.Know(context.HttpContext, context.HttpContext.RequestServices.GetRequiredService<IDataProtectionProvider>());
                    return Task.CompletedTask;
                };
                options.Events.OnValidatePrincipal = context =>
                    context.HttpContext.RequestServices.GetRequiredService<TokenRefresh>().RefreshAsync(context);
            })
            .AddOpenIdConnect(options =>
            {
                options.Authority = publicUrl.AbsoluteUri;
                options.RequireHttpsMetadata = publicUrl.Scheme == Uri.UriSchemeHttps;
                options.ClientId = PortalDb.Service;
                options.ClientSecret = secret;
                options.ResponseType = OpenIdConnectResponseType.Code;
                // A posted answer would not bring the cookies, which are Lax.
                options.ResponseMode = OpenIdConnectResponseMode.Query;
                options.Scope.Clear();
                options.Scope.Add("openid");
                options.Scope.Add("offline_access");
                options.CallbackPath = "/signed-in";
                options.SignedOutCallbackPath = "/signed-out";
                options.SignedOutRedirectUri = "/";
                options.MapInboundClaims = false;
                options.SaveTokens = true;
                options.DisableTelemetry = true;
                options.NonceCookie.SameSite = options.CorrelationCookie.SameSite = SameSiteMode.Lax;
                options.NonceCookie.SecurePolicy = options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.Events.OnRedirectToIdentityProvider = KeptForms.KeepAsync;
                options.Events.OnRemoteFailure = SignInFailures.ShowAsync;
                options.Events.OnRedirectToIdentityProviderForSignOut = SignOut.NameThePersonAsync;
            });
        builder
            .Services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<ITicketStore>((options, store) => options.SessionStore = store);
        builder.Services.AddAuthorization();
    }

    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapGet(
            "/sign-in",
            (string? to) => Results.Challenge(new() { RedirectUri = LocalAddress.Of(to) }, [OpenIdConnectDefaults.AuthenticationScheme])
        );
        app.MapPost("/sign-out", SignOut.EndAsync).DisableAntiforgery(); // checked there, to answer in words
    }
}
