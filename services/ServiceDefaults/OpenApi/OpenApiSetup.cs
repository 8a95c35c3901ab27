using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Integrationskonzept.ServiceDefaults.OpenApi;

/// <summary>What every operation's description has, derived from what the endpoint really does.</summary>
static class OpenApiSetup
{
    const string Bearer = "bearer", ProblemSchema = "ProblemDetails";

    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Components ??= new();
            document.AddComponent<IOpenApiSecurityScheme>(Bearer, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT",
                Description = "Access token of /connect/token: client credentials, or authorization code with PKCE.",
            });
            document.AddComponent<IOpenApiSchema>(ProblemSchema, Problem());
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            operation.Parameters ??= [];
            operation.Responses ??= [];
            var tenant = context.Description.RelativePath?.Contains("{tenant}", StringComparison.Ordinal) == true;
            var signedIn = metadata.OfType<IAuthorizeData>().Any() && !metadata.OfType<IAllowAnonymous>().Any();
            var writes = context.Description.HttpMethod is "POST" or "PUT" or "PATCH";

            if (metadata.OfType<NeedsIfMatch>().Any())
            {
                operation.Parameters.Add(Header("If-Match", "ETag of the version that was read.", required: true));
                Add("412", "Changed since it was read.");
                Add("428", "If-Match is missing.");
            }
            if (tenant && context.Description.HttpMethod == "POST")
                operation.Parameters.Add(Header("Idempotency-Key", "Up to 200 characters; a repetition within 24 hours gets the same answer.", required: false));
            if (tenant || context.Description.RelativePath?.Contains('{', StringComparison.Ordinal) == true) Add("404", "No such thing in this Landkreis.");
            if (signedIn)
            {
                Add("401", "No valid access token.");
                Add("403", "The caller's role does not allow it.");
                operation.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
            }
            if (writes)
            {
                Add("400", "Malformed or incomplete; `errors` names the fields.");
                Add("409", "Not possible in the present state.");
                Add("422", "Understood, but it breaks a rule.");
            }
            return Task.CompletedTask;

            void Add(string status, string description) => operation.Responses.TryAdd(status, new OpenApiResponse
            {
                Description = description,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(ProblemSchema, context.Document) },
                },
            });
        });
    });

    static OpenApiParameter Header(string name, string description, bool required) => new()
    {
        Name = name, In = ParameterLocation.Header, Required = required, Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    static OpenApiSchema Problem() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "RFC 9457. `type` is stable, `detail` says what was wrong and how to mend it, in the language of Accept-Language.",
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String }, ["title"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer }, ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["instance"] = new OpenApiSchema { Type = JsonSchemaType.String }, ["traceId"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
        },
        Required = new HashSet<string> { "type", "title", "status", "traceId" },
    };
}
