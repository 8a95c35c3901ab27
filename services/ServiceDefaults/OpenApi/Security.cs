using Microsoft.OpenApi;

namespace Integrationskonzept.ServiceDefaults.OpenApi;

/// <summary>The two ways to say who one is: a token that one has, and how to get one.</summary>
static class Security
{
    const string Bearer = "bearer",
        OAuth = "oauth2";

    public static void Describe(OpenApiDocument document)
    {
        document.AddComponent<IOpenApiSecurityScheme>(
            Bearer,
            new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "Access token of /connect/token; it lives ten minutes.",
            }
        );
        var token = new Uri("/connect/token", UriKind.Relative);
        document.AddComponent<IOpenApiSecurityScheme>(
            OAuth,
            new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.OAuth2,
                Description = "People sign in by authorization code with PKCE (S256), integrations by client credentials.",
                Flows = new()
                {
                    AuthorizationCode = new()
                    {
                        AuthorizationUrl = new Uri("/connect/authorize", UriKind.Relative),
                        TokenUrl = token,
                        RefreshUrl = token,
                        Scopes = new Dictionary<string, string>
                        {
                            ["openid"] = "Who it is, as a pseudonym.",
                            ["offline_access"] = "A refresh token, for twelve hours.",
                        },
                    },
                    ClientCredentials = new() { TokenUrl = token, Scopes = new Dictionary<string, string>() },
                },
            }
        );
    }

    /// <summary>Said of every operation, also that it needs nothing.</summary>
    public static IList<OpenApiSecurityRequirement> Of(bool signedIn, OpenApiDocument? document) =>
        signedIn
            ?
            [
                new() { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] },
                new() { [new OpenApiSecuritySchemeReference(OAuth, document)] = [] },
            ]
            : [];
}
