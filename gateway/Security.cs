using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Authentication;

namespace Integrationskonzept.Gateway;

/// <summary>What every answer carries, and who is turned away at the door.</summary>
static class Security
{
    static readonly string Pages = ContentPolicy.Of();

    // The pages for registering and for polls read the link's token from behind the #, which only a script can.
    static readonly string Forms = ContentPolicy.Of(scripts: "'self'");
    static readonly string Docs = ContentPolicy.Of(
        scripts: "'self' 'unsafe-inline'",
        styles: "'self' 'unsafe-inline'",
        fonts: "'self' data:"
    );

    public static void UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
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
                    // A service may know better what its page needs: where a form leads, or a document's own style.
                    if (headers.ContentSecurityPolicy.Count == 0)
                        headers.ContentSecurityPolicy = policy;
                    headers.XContentTypeOptions = "nosniff";
                    headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
                    // The page at which tickets are read from the camera says so itself.
                    headers.TryAdd("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
                    if (context.Request.IsHttps)
                        headers.StrictTransportSecurity = "max-age=31536000";
                    return Task.CompletedTask;
                });
                return next(context);
            }
        );

    /// <summary><c>/{tenant}/events/{id}/registration</c> and <c>/{tenant}/polls/{id}</c>.</summary>
    static bool IsForm(string path) =>
        !path.StartsWith("/api/", StringComparison.Ordinal)
        && (path.EndsWith("/registration", StringComparison.Ordinal) || path.Split('/') is ["", _, "polls", { Length: > 0 }]);

    /// <summary>No token is fine, the services decide; a bad one is refused here.</summary>
    public static void UseRefusalOfBadTokens(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
                context.Request.Headers.Authorization.Count > 0
                && context.User.Identity?.IsAuthenticated != true
                && !context.Request.Path.StartsWithSegments("/connect")
                    ? context.ChallengeAsync()
                    : next(context)
        );
}
