using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.WebUtilities;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Integrationskonzept.Identity.Tokens;

/// <summary>
/// Where the form for signing in may lead: to ourselves, and on to the front end that asked, if it is registered with that address.
/// (Browsers hold the redirects after a form to <c>form-action</c>, too.) One script of ours runs: that for passkeys.
/// </summary>
static class FormTargets
{
    public static void UseFormTargets(this IApplicationBuilder app) =>
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/account"),
            branch =>
                branch.Use(
                    async (context, next) =>
                    {
                        var returnUrl = context.Request.HasFormContentType
                            ? (await context.Request.ReadFormAsync(context.RequestAborted))["returnUrl"].ToString()
                            : context.Request.Query["returnUrl"].ToString();
                        var targets = await SourceAsync(
                            returnUrl,
                            context.RequestServices.GetRequiredService<IOpenIddictApplicationManager>(),
                            context.RequestAborted
                        );
                        context.Response.OnStarting(() =>
                        {
                            context.Response.Headers.ContentSecurityPolicy = ContentPolicy.Of(scripts: "'self'", forms: $"'self'{targets}");
                            return Task.CompletedTask;
                        });
                        await next(context);
                    }
                )
        );

    static async Task<string> SourceAsync(string returnUrl, IOpenIddictApplicationManager clients, CancellationToken ct)
    {
        if (!returnUrl.StartsWith("/connect/authorize?", StringComparison.Ordinal))
            return "";
        var asked = QueryHelpers.ParseQuery(returnUrl[returnUrl.IndexOf('?', StringComparison.Ordinal)..]);
        var (client, redirect) = (
            asked.GetValueOrDefault(Parameters.ClientId).ToString(),
            asked.GetValueOrDefault(Parameters.RedirectUri).ToString()
        );
        return
            client.Length > 0
            && Uri.TryCreate(redirect, UriKind.Absolute, out var uri)
            && await clients.FindByClientIdAsync(client, ct) is { } known
            && await clients.ValidateRedirectUriAsync(known, redirect, ct)
            ? $" {(uri.Scheme is "http" or "https" ? uri.GetLeftPart(UriPartial.Authority) : $"{uri.Scheme}:")}"
            : "";
    }
}
