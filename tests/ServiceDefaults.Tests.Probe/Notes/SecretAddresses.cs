namespace Integrationskonzept.Probe.Notes;

/// <summary>The addresses with a secret in them that the services have, handled by somebody who tells all they know.</summary>
static class SecretAddresses
{
    public static void MapSecretAddresses(this IEndpointRouteBuilder app)
    {
        var anybody = app.MapGroup("").AllowAnonymous();
        anybody.MapGet("/account/invitation/{token}", (string token, HttpContext http, ILogger<Note> log) => Tell(http, log, token));
        anybody.MapGet("/{tenant}/calendar/mine.ics", (string secret, HttpContext http, ILogger<Note> log) => Tell(http, log, secret));
    }

    static string Tell(HttpContext http, ILogger log, string secret)
    {
        var address = $"{http.Request.Path}{http.Request.QueryString}";
        log.LogError("Asked for {Address} or {Url}", address, new Uri(new("http://probe"), address));
        if (secret.StartsWith("fine", StringComparison.Ordinal))
            return secret;
        throw new InvalidOperationException($"{address} is not for everybody");
    }
}
