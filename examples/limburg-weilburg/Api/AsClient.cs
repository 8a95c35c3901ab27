using Microsoft.Kiota.Abstractions.Authentication;

namespace Integrationskonzept.Walkthrough.Api;

/// <summary>Every request of a generated client carries the token of one role.</summary>
sealed class AsClient(Tokens tokens, string client) : IAccessTokenProvider
{
    /// <summary>All: the adapter sends to the gateway alone.</summary>
    public AllowedHostsValidator AllowedHostsValidator { get; } = new();

    public Task<string> GetAuthorizationTokenAsync(
        Uri uri,
        Dictionary<string, object>? additionalAuthenticationContext = null,
        CancellationToken cancellationToken = default
    ) => tokens.OfAsync(client);
}
