using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Integrationskonzept.ServiceDefaults.OpenApi;

/// <summary>Schemas that say what they mean: documentation, an example, and no more required than what is really always there.</summary>
static class SchemaDescription
{
    public static Task CompleteAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken _)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
            // whether null is possible, the property says
            schema.Enum = [.. schema.Enum!.Where(value => value?.GetValueKind() == JsonValueKind.String)];
        }
        // A civil time has no offset, which the format "time" demands (RFC 3339).
        if (type == typeof(TimeOnly))
        {
            schema.Format = null;
            schema.Pattern = @"^\d{2}:\d{2}:\d{2}(\.\d{1,7})?$";
        }
        // Nulls are left out of answers, so what can be null is never required.
        foreach (var (name, property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
            if (IsNullable(property))
                schema.Required?.Remove(name);
        if (IsComponent(schema))
        {
            schema.Description = XmlDocs.Of(type) ?? schema.Description;
            if (ApiNotes.ExampleOf(type) is { } example)
                schema.Examples = [example];
        }
        if (context.JsonPropertyInfo?.AttributeProvider is PropertyInfo member && XmlDocs.Of(member) is { } text)
        {
            // What is a component of its own keeps its description; the property's goes beside the reference.
            if (IsComponent(schema))
                schema.Metadata!["x-ref-description"] = text;
            else
                schema.Description = text;
        }
        return Task.CompletedTask;
    }

    static bool IsComponent(OpenApiSchema schema) =>
        schema.Metadata is { } metadata && metadata.TryGetValue("x-schema-id", out var id) && id is string { Length: > 0 };

    static bool IsNullable(IOpenApiSchema schema) =>
        schema.Type?.HasFlag(JsonSchemaType.Null) == true || schema.OneOf?.Any(option => option.Type == JsonSchemaType.Null) == true;
}
