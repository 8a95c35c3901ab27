using System.Security.Claims;
using System.Security.Cryptography;
using Integrationskonzept.ServiceDefaults.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Integrationskonzept.Testing;

/// <summary>
/// Stands where Identity stands: publishes keys over HTTP and signs access tokens, so that services validate as they do in production.
/// </summary>
public sealed class TestIssuer : IAsyncDisposable
{
    /// <summary>The public address that tokens name as their issuer.</summary>
    public const string PublicUrl = "http://localhost:8080/";

    readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "test" };
    readonly WebApplication app;

    TestIssuer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        var keys = JsonWebKeyConverter.ConvertFromRSASecurityKey(new(key.Rsa.ExportParameters(false)) { KeyId = key.KeyId });
        app.Run(context =>
            context.Response.WriteAsJsonAsync(
                new
                {
                    keys = new[]
                    {
                        new
                        {
                            kty = keys.Kty,
                            kid = keys.Kid,
                            n = keys.N,
                            e = keys.E,
                            use = "sig",
                        },
                    },
                }
            )
        );
    }

    /// <summary>Address of the keys.</summary>
    public string Url => app.Urls.First();

    public static async Task<TestIssuer> StartAsync()
    {
        var issuer = new TestIssuer();
        await issuer.app.StartAsync();
        return issuer;
    }

    /// <summary>A token with these memberships (<c>tenant:role</c>) or the operator's.</summary>
    public string Token(
        IEnumerable<string> memberships,
        bool isOperator = false,
        string? subject = null,
        TimeSpan? lifetime = null,
        string issuer = PublicUrl,
        string audience = TokenValidation.Audience,
        string? email = null
    ) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = issuer,
                Audience = audience,
                TokenType = "at+jwt",
                Subject = new([
                    new("sub", subject ?? Guid.CreateVersion7().ToString()),
                    .. memberships.Select(membership => new Claim(Caller.MembershipClaim, membership)),
                    .. email is not null ? [new Claim("email", email)] : Array.Empty<Claim>(),
                    .. isOperator ? [new Claim(Caller.PlatformRoleClaim, Roles.Operator)] : Array.Empty<Claim>(),
                ]),
                IssuedAt = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-2),
                NotBefore = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-2),
                Expires = TimeProvider.System.GetUtcNow().UtcDateTime + (lifetime ?? TimeSpan.FromHours(1)),
                SigningCredentials = new(key, SecurityAlgorithms.RsaSha256),
            }
        );

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Rsa.Dispose();
    }
}
