using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Integrationskonzept.ServiceDefaults.Authorization;

/// <summary>Validates access tokens: signed by Identity, issued under the platform's public address.</summary>
public static class TokenValidation
{
    /// <summary>The audience of access tokens for the platform's API.</summary>
    public const string Audience = "integrationskonzept-api";

    /// <summary>Adds validation of tokens, the permissions and the <see cref="Caller"/>.</summary>
    public static void AddTokenValidation(this IHostApplicationBuilder builder)
    {
        var issuer = PublicUrl.Of(builder.Configuration).AbsoluteUri;
        // Keys come straight from Identity, not by way of its public address: that would need the gateway, which waits for us.
        var keys = new Uri(new Uri(builder.Configuration["Identity:Url"] ?? "http://identity"), "/.well-known/jwks");

        builder.Services.AddHttpContextAccessor().AddScoped<Caller>();
        builder.Services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        builder.Services.AddScoped<IAuthorizationMiddlewareResultHandler, ForeignTenantResult>();
        builder.Services.AddAuthorization();
        builder.Services.AddHttpClient("identity-keys").AddStandardResilienceHandler();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        builder
            .Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<IHttpClientFactory>(
                (options, clients) =>
                {
                    options.MapInboundClaims = false;
                    options.ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
                        keys.AbsoluteUri,
                        new KeySetReader(issuer),
                        new HttpDocumentRetriever(clients.CreateClient("identity-keys")) { RequireHttps = false }
                    );
                    options.TokenValidationParameters = new()
                    {
                        ValidIssuer = issuer,
                        ValidAudience = Audience,
                        ValidTypes = ["at+jwt"],
                        NameClaimType = "sub",
                        ClockSkew = TimeSpan.FromSeconds(30),
                    };
                }
            );
    }

    sealed class KeySetReader(string issuer) : IConfigurationRetriever<OpenIdConnectConfiguration>
    {
        public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(
            string address,
            IDocumentRetriever retriever,
            CancellationToken ct
        )
        {
            var configuration = new OpenIdConnectConfiguration { Issuer = issuer };
            foreach (var key in new JsonWebKeySet(await retriever.GetDocumentAsync(address, ct)).GetSigningKeys())
                configuration.SigningKeys.Add(key);
            return configuration;
        }
    }
}
