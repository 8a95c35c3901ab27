using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Integrationskonzept.ServiceDefaults.OpenApi;

/// <summary>Every answer that an operation can give, with its headers.</summary>
static class Answers
{
    public const string ProblemSchema = "ProblemDetails";

    public static void Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context, bool needsIfMatch, bool signedIn)
    {
        var description = context.Description;
        var responses = operation.Responses!;
        var method = description.HttpMethod;
        var hasTenant = description.RelativePath!.Contains("{tenant}", StringComparison.Ordinal);
        Headers(operation, description);

        if (method is "POST" or "PUT" || operation.Parameters!.Any(parameter => parameter.In == ParameterLocation.Query))
            Problem("400", "Malformed or incomplete; `errors` names the fields.");
        if (signedIn)
        {
            Problem("401", "No valid access token; `WWW-Authenticate` says why.");
            Problem("403", "The caller's role does not allow it.");
        }
        if (description.RelativePath.Contains('{', StringComparison.Ordinal))
            Problem("404", hasTenant ? "No such thing in this Landkreis." : "No such Landkreis.");
        if (method != "GET")
            Problem("409", "Not possible in the present state.");
        if (needsIfMatch)
        {
            Problem("412", "Changed since it was read: read it again.");
            Problem("428", "If-Match is missing.");
        }
        if (operation.RequestBody is not null)
        {
            Problem("413", "The content is too large.");
            Problem("415", "Not a content type that this operation reads.");
        }
        if (method is "POST" or "PUT")
            Problem("422", "Understood, but it breaks a rule; `type` says which.");
        Problem("429", "Too many requests.").Headers = new Dictionary<string, IOpenApiHeader>
        {
            ["Retry-After"] = Header("Seconds to wait.", JsonSchemaType.Integer),
        };
        Problem("default", "Any other failure, such as 503 while a service restarts.");

        OpenApiResponse Problem(string status, string text)
        {
            var response = new OpenApiResponse
            {
                Description = text,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(ProblemSchema, context.Document) },
                },
            };
            responses[status] = response;
            return response;
        }
    }

    /// <summary>Headers of success, from what the answer really is.</summary>
    static void Headers(OpenApiOperation operation, ApiDescription description)
    {
        foreach (
            var (status, response) in operation
                .Responses!.Where(pair => pair.Key[0] == '2')
                .Select(pair => (pair.Key, (OpenApiResponse)pair.Value))
                .ToList()
        )
        {
            var type = description
                .SupportedResponseTypes.FirstOrDefault(answer =>
                    answer.StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture) == status
                )
                ?.Type;
            response.Headers ??= new Dictionary<string, IOpenApiHeader>();
            if (status == "201")
                response.Headers["Location"] = Header("Address of what was made.");
            if (type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(Page<>))
                response.Headers["Link"] = Header("The next page, if there is one: `<address>; rel=\"next\"` (RFC 8288).");
            foreach (var (media, content) in response.Content ?? new Dictionary<string, OpenApiMediaType>())
                if (media.StartsWith("application/", StringComparison.Ordinal) && !media.EndsWith("json", StringComparison.Ordinal))
                    content.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
            if (!typeof(IVersioned).IsAssignableFrom(type))
                continue;
            response.Headers["ETag"] = Header("Version of what was answered, for `If-Match` and `If-None-Match`.");
            if (description.HttpMethod != "GET")
                continue;
            operation.Parameters!.Add(
                Parameters.Header("If-None-Match", "ETag that the caller has; 304 if it is still the version.", example: "\"3\"")
            );
            operation.Responses!["304"] = new OpenApiResponse { Description = "Not changed since." };
        }
    }

    static OpenApiHeader Header(string text, JsonSchemaType type = JsonSchemaType.String) =>
        new()
        {
            Description = text,
            Schema = new OpenApiSchema { Type = type },
        };
}
