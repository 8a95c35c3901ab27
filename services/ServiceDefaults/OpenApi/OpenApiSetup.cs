using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Integrationskonzept.ServiceDefaults.OpenApi;

/// <summary>What every operation's description has, derived from what the endpoint really does.</summary>
public static class OpenApiSetup
{
    /// <summary>Describes the API of the process, as its code, its XML documentation and its <c>api.json</c> say.</summary>
    public static IServiceCollection AddApiDescription(this IServiceCollection services) =>
        services
            .AddSingleton<ApiNotes>()
            .AddOpenApi(
                "v1",
                options =>
                {
                    options.AddSchemaTransformer(SchemaDescription.CompleteAsync);
                    options.AddOperationTransformer(CompleteAsync);
                    options.AddDocumentTransformer(
                        (document, context, _) =>
                        {
                            var notes = context.ApplicationServices.GetRequiredService<ApiNotes>();
                            foreach (var tag in document.Tags ?? new HashSet<OpenApiTag>())
                                tag.Description = notes.OfTag(tag.Name!);
                            document.Components ??= new();
                            document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
                            document.Components.Schemas[Answers.ProblemSchema] = Problem(notes);
                            Security.Describe(document);
                            return Task.CompletedTask;
                        }
                    );
                }
            );

    static Task CompleteAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken _)
    {
        var (metadata, description) = (context.Description.ActionDescriptor.EndpointMetadata, context.Description);
        var notes = context.ApplicationServices.GetRequiredService<ApiNotes>();
        var signedIn = metadata.OfType<IAuthorizeData>().Any() && !metadata.OfType<IAllowAnonymous>().Any();
        var needsIfMatch = metadata.OfType<NeedsIfMatch>().Any();
        operation.Parameters ??= [];
        operation.Responses ??= [];
        operation.Security = Security.Of(signedIn, context.Document);
        Parameters.Complete(operation, description, notes);
        var makes = metadata.OfType<MakesByPut>().Any();
        if (needsIfMatch)
            operation.Parameters.Add(Parameters.Header("If-Match", "ETag of the version that was read.", required: !makes, "\"3\""));
        if (makes)
            operation.Parameters.Add(
                Parameters.Header("If-None-Match", "`*` makes it, if nobody has; then without If-Match.", example: "*")
            );
        if (description is { HttpMethod: "POST", RelativePath: { } path } && path.Contains("{tenant}", StringComparison.Ordinal))
            operation.Parameters.Add(
                Parameters.Header("Idempotency-Key", "Up to 200 characters; a repetition within 24 hours gets the same answer.")
            );
        operation.Parameters.Add(
            Parameters.Header("Accept-Language", "Language of problem details: de (if not said) or en.", example: "de")
        );
        foreach (var (media, content) in operation.RequestBody?.Content ?? new Dictionary<string, OpenApiMediaType>())
            if (media.StartsWith("text/", StringComparison.Ordinal) && notes.ExampleOf(operation.OperationId ?? "") is { } example)
                content.Example = example;
        Answers.Complete(operation, context, needsIfMatch, signedIn);
        return Task.CompletedTask;
    }

    static OpenApiSchema Problem(ApiNotes notes) =>
        new()
        {
            Type = JsonSchemaType.Object,
            Description =
                "RFC 9457. `type` is stable, `detail` says what was wrong and how to mend it, in the language of Accept-Language.",
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = Text("Stable kind of problem: `/problems/{code}`; all are listed in docs/api/README.md."),
                ["title"] = Text("What kind of failure it is, for people."),
                ["status"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Integer,
                    Format = "int32",
                    Description = "HTTP status.",
                },
                ["detail"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Description = "What was wrong this time and how to mend it, for people.",
                    // Generated clients make it the message of their exception.
                    Extensions = new Dictionary<string, IOpenApiExtension> { ["x-ms-primary-error-message"] = new JsonNodeExtension(true) },
                },
                ["instance"] = Text("Path of the request."),
                ["traceId"] = Text("For the operators, to find the request."),
                ["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = "What is wrong, by field.",
                    AdditionalProperties = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Array,
                        Items = new OpenApiSchema { Type = JsonSchemaType.String },
                    },
                },
            },
            Required = new HashSet<string> { "type", "title", "status", "traceId" },
            Examples = [notes.ExampleOf(Answers.ProblemSchema)!],
        };

    static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
