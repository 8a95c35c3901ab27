using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Integrationskonzept.Gateway;

/// <summary>What every answer carries, and who is turned away at the door.</summary>
static class Security
{
    const string Pages = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
    const string Docs = "default-src 'self'; img-src 'self' data:; font-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var isDocs = context.Request.Path.StartsWithSegments("/docs");
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = isDocs ? Docs : Pages;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>No token is fine, the services decide; a bad one is refused here.</summary>
    public static void UseRefusalOfBadTokens(this IApplicationBuilder app) => app.Use((context, next) =>
        context.Request.Headers.Authorization.Count > 0 && context.User.Identity?.IsAuthenticated != true && !context.Request.Path.StartsWithSegments("/connect")
            ? context.ChallengeAsync()
            : next(context));
}
