using System.Globalization;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Authentication;

namespace Integrationskonzept.Portal.Api;

/// <summary>Each request goes to the API with the person's token and in their language.</summary>
sealed class AsThePerson(IHttpContextAccessor accessor, IConfiguration configuration) : DelegatingHandler
{
    static readonly object Posts = new();

    readonly string publicHost = PublicUrl.Of(configuration).Authority;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        request.Headers.Host = publicHost;
        request.Headers.AcceptLanguage.ParseAdd(CultureInfo.CurrentUICulture.Name);
        // The gateway believes it where the portal is one of its trusted proxies, and then counts by visitor and not by portal.
        if (accessor.HttpContext?.Connection.RemoteIpAddress is { } visitor)
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", visitor.ToString());
        if (accessor.HttpContext is { } http && await http.GetTokenAsync("access_token") is { } token)
            request.Headers.Authorization = new("Bearer", token);
        if (request.Method == HttpMethod.Post && OnceOf(accessor.HttpContext) is { } once)
            request.Headers.Add("Idempotency-Key", once);
        return await base.SendAsync(request, ct);
    }

    /// <summary>The key of the form that is carried out, and which of its requests this is: sent twice, each is done once.</summary>
    static string? OnceOf(HttpContext? http)
    {
        if (http is not { Request: { HasFormContentType: true } request } || !Guid.TryParse(request.Form["once"], out var key))
            return null;
        var posts = http.Items.TryGetValue(Posts, out var before) ? (int)before! + 1 : 1;
        http.Items[Posts] = posts;
        return $"{key}-{posts}";
    }
}
