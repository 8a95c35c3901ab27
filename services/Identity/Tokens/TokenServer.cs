using System.Security.Cryptography;
using System.Text;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.IdentityModel.Tokens;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Integrationskonzept.Identity.Tokens;

/// <summary>OpenIddict: client credentials for integrations, authorization code with PKCE and rotating refresh tokens for people.</summary>
static class TokenServer
{
    public static void AddTokenServer(this WebApplicationBuilder builder)
    {
        builder.AddProtectionKeys(IdentityDb.Service);
        builder.Services.AddHousekeeping<TokenPruning>();
        builder
            .Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<IdentityDb>().ReplaceDefaultEntities<Guid>())
            .AddServer(server =>
            {
                server
                    .SetIssuer(PublicUrl.Of(builder.Configuration))
                    .SetAuthorizationEndpointUris("connect/authorize")
                    .SetTokenEndpointUris("connect/token")
                    .SetEndSessionEndpointUris("connect/logout");
                server.AllowClientCredentialsFlow().AllowAuthorizationCodeFlow().AllowRefreshTokenFlow().RequireProofKeyForCodeExchange();
                server.RegisterScopes(Scopes.OpenId, Scopes.OfflineAccess);
                server.SetAccessTokenLifetime(TimeSpan.FromMinutes(10)).SetRefreshTokenLifetime(TimeSpan.FromHours(12));
                server.DisableAccessTokenEncryption(); // the services read them
                AddKeys(server, builder);
                server
                    .UseAspNetCore()
                    .EnableAuthorizationEndpointPassthrough()
                    .EnableTokenEndpointPassthrough()
                    .EnableEndSessionEndpointPassthrough()
                    .DisableTransportSecurityRequirement(); // TLS ends before the gateway
            });
    }

    static void AddKeys(OpenIddictServerBuilder server, WebApplicationBuilder builder)
    {
        if (
            builder.Configuration["Identity:SigningKey"] is not { Length: > 0 } signing
            || builder.Configuration["Identity:EncryptionKey"] is not { Length: > 0 } encryption
        )
            throw new InvalidOperationException(
                "Identity:SigningKey (RSA, PEM in base64) and Identity:EncryptionKey (32 bytes in base64) must be configured."
            );

        var rsa = RSA.Create();
        rsa.ImportFromPem(Encoding.ASCII.GetString(Convert.FromBase64String(signing)));
        server.AddSigningKey(
            new RsaSecurityKey(rsa) { KeyId = Convert.ToHexStringLower(SHA256.HashData(rsa.ExportSubjectPublicKeyInfo()))[..16] }
        );
        server.AddEncryptionKey(new SymmetricSecurityKey(Convert.FromBase64String(encryption)));
    }
}
