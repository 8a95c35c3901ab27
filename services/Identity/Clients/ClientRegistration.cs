using System.Collections.Immutable;
using System.Text.Json;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Integrationskonzept.Identity.Clients;

/// <summary>Programs that may ask for tokens: integrations with a secret and fixed roles, and front ends that people sign in to.</summary>
static class ClientRegistration
{
    const string Memberships = "memberships",
        Operator = "operator";

    /// <summary>An integration: client credentials.</summary>
    public static OpenIddictApplicationDescriptor Integration(
        string clientId,
        string secret,
        IReadOnlyList<string> memberships,
        bool isOperator = false
    ) =>
        new()
        {
            ClientId = clientId,
            ClientSecret = secret,
            ClientType = ClientTypes.Confidential,
            DisplayName = clientId,
            Permissions = { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials },
            Properties =
            {
                [Memberships] = JsonSerializer.SerializeToElement(memberships),
                [Operator] = JsonSerializer.SerializeToElement(isOperator),
            },
        };

    /// <summary>A front end: authorization code with PKCE, no secret.</summary>
    public static OpenIddictApplicationDescriptor FrontEnd(string clientId, IEnumerable<Uri> redirectUris)
    {
        var descriptor = new OpenIddictApplicationDescriptor
        {
            ClientId = clientId,
            ClientType = ClientTypes.Public,
            ConsentType = ConsentTypes.Implicit,
            DisplayName = clientId,
            Permissions =
            {
                Permissions.Endpoints.Authorization,
                Permissions.Endpoints.Token,
                Permissions.GrantTypes.AuthorizationCode,
                Permissions.GrantTypes.RefreshToken,
                Permissions.ResponseTypes.Code,
            },
            Requirements = { Requirements.Features.ProofKeyForCodeExchange },
        };
        descriptor.RedirectUris.UnionWith(redirectUris);
        return descriptor;
    }

    public static (IReadOnlyList<string> Memberships, bool IsOperator) RolesOf(ImmutableDictionary<string, JsonElement> properties) =>
        (
            properties.TryGetValue(Memberships, out var memberships) ? memberships.Deserialize<List<string>>()! : [],
            properties.TryGetValue(Operator, out var isOperator) && isOperator.GetBoolean()
        );
}
