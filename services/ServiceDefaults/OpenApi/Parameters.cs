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
    static readonly Dictionary<string, (string Text, string? Example)> Known = new()
    {
        ["tenant"] = ("Slug of the Landkreis.", "limburg-weilburg"),
        ["slug"] = ("Slug of the Landkreis.", "limburg-weilburg"),
        ["id"] = ("Id, UUIDv7.", "01a2071c-0003-7000-aebf-cac7cd9cd0df"),
        ["conceptId"] = ("Id of the concept.", "01a2071c-0190-7000-b7e4-a4346d27d1a9"),
        ["topicAreaId"] = ("Id of the topic area.", "01a2071c-03ba-7000-8620-ab4681db4762"),
        ["eventId"] = ("Id of the event.", "01a2071c-070a-7000-8f5d-6e02a3c2665d"),
        ["registrationId"] = ("Id of the registration.", "01a2071c-0301-7000-a19d-0bd29871ad2d"),
        ["topicArea"] = ("Key of the topic area.", "bildung-sprache"),
        ["secret"] = ("The secret of the calendar's address.", null),
        ["number"] = ("Number, from 1.", null),
        ["role"] = ("Role in the Landkreis.", "moderator"),
        ["key"] = ("Key of the chapter.", "bildung-sprache"),
        ["measure"] = ("Number of the measure as printed.", "1.1"),
        ["after"] = ("Cursor: `next` of the page before; nothing for the first page.", null),
        ["limit"] = ("Number of items, 1 to 200; 50 if not said.", null),
        ["before"] = ("Only revisions older than this number.", null),
        ["mandateId"] = ("Only events of this mandate.", null),
        ["state"] = ("Only those in this state.", "waiting"),
        ["from"] = ("First day.", "2022-10-01"),
        ["to"] = ("Last day, included.", "2022-12-31"),
        ["format"] = ("html, pdf, docx or odt; html if not said.", "pdf"),
    };

    public static void Complete(OpenApiOperation operation, ApiDescription description)
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
            if (!Known.TryGetValue(parameter.Name, out var known))
                continue;
            parameter.Description = known.Text;
            if (known.Example is not null)
                parameter.Example = known.Example;
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
