using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Integrationskonzept.Gateway;

/// <summary>What every answer carries, and who is turned away at the door.</summary>
static class Security
{
    const string Pages = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
    // The pages for registering and for polls read the link's token from behind the #, which only a script can.
    const string Forms = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    const string Docs = "default-src 'self'; img-src 'self' data:; font-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var policy = context.Request.Path switch
        {
            var path when path.StartsWithSegments("/docs") => Docs,
            { Value: { } path } when IsForm(path) => Forms,
            _ => Pages,
        };
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary><c>/{tenant}/events/{id}/registration</c> and <c>/{tenant}/polls/{id}</c>.</summary>
    static bool IsForm(string path) => !path.StartsWith("/api/", StringComparison.Ordinal)
        && (path.EndsWith("/registration", StringComparison.Ordinal) || path.Split('/') is ["", _, "polls", { Length: > 0 }]);

    /// <summary>No token is fine, the services decide; a bad one is refused here.</summary>
    public static void UseRefusalOfBadTokens(this IApplicationBuilder app) => app.Use((context, next) =>
        context.Request.Headers.Authorization.Count > 0 && context.User.Identity?.IsAuthenticated != true && !context.Request.Path.StartsWithSegments("/connect")
            ? context.ChallengeAsync()
            : next(context));
}
