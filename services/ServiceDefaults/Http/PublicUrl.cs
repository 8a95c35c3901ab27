using Microsoft.Extensions.Configuration;

namespace Integrationskonzept.ServiceDefaults.Http;

/// <summary>The gateway's address as everybody outside sees it (<c>Platform:PublicUrl</c>): start of links, issuer of tokens.</summary>
public static class PublicUrl
{
    /// <summary>As configured; else that of a developer's machine.</summary>
    public static Uri Of(IConfiguration configuration) => new(configuration["Platform:PublicUrl"] ?? "http://localhost:8080");
}
