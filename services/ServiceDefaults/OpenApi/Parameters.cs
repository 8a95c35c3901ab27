using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;

namespace Integrationskonzept.ServiceDefaults.OpenApi;

/// <summary>Parameters of path, query and header, each with a meaning and, where it helps, an example.</summary>
static partial class Parameters
{
    public static void Complete(OpenApiOperation operation, ApiDescription description, ApiNotes notes)
    {
        foreach (Match name in Placeholder().Matches(description.RelativePath ?? ""))
            if (operation.Parameters!.All(parameter => parameter.Name != name.Groups[1].Value))
                operation.Parameters!.Insert(
                    0,
                    new OpenApiParameter
                    {
                        Name = name.Groups[1].Value,
                        In = ParameterLocation.Path,
                        Required = true,
                        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                    }
                );
        foreach (
            var parameter in operation.Parameters!.OfType<OpenApiParameter>().Where(parameter => parameter.In != ParameterLocation.Header)
        )
        {
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            if (NamesOf(description, parameter.Name) is { } names)
                parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. names.Select(name => (JsonNode)name)] };
            if (notes.OfParameter(parameter.Name) is not { } note)
                continue;
            parameter.Description = note.Text;
            if (note.Example is not null)
                parameter.Example = note.Example;
        }
    }

    static IReadOnlyCollection<string>? NamesOf(ApiDescription description, string parameter)
    {
        var type = description
            .ActionDescriptor.EndpointMetadata.OfType<MethodInfo>()
            .FirstOrDefault()
            ?.GetParameters()
            .FirstOrDefault(candidate => candidate.Name == parameter)
            ?.ParameterType;
        type = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        return type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(Named<>)
            ? (IReadOnlyCollection<string>)type.GetProperty(nameof(Named<DayOfWeek>.Names))!.GetValue(null)!
            : null;
    }

    public static OpenApiParameter Header(string name, string description, bool required = false, string? example = null) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Required = required,
            Description = description,
            Example = example,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };

    [GeneratedRegex(@"\{\**([A-Za-z]+)[^}]*\}")]
    private static partial Regex Placeholder();
}
