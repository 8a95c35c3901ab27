using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.ServiceDefaults.Data;

/// <summary>A value that is stored whole as jsonb: read and written together, never queried by its parts.</summary>
public static class JsonColumn
{
    /// <summary>The platform's JSON: camelCase, enums as camelCase strings, no nulls.</summary>
    public static JsonSerializerOptions Options { get; } = Configure(new(JsonSerializerDefaults.Web));

    /// <summary>Stores the property as jsonb.</summary>
    public static PropertyBuilder<T> HasJson<T>(this PropertyBuilder<T> property)
    {
        property
            .HasColumnType("jsonb")
            .HasConversion(
                value => JsonSerializer.Serialize(value, Options),
                json => JsonSerializer.Deserialize<T>(json, Options)!,
                new ValueComparer<T>(
                    (left, right) => JsonSerializer.Serialize(left, Options) == JsonSerializer.Serialize(right, Options),
                    value => JsonSerializer.Serialize(value, Options).GetHashCode(StringComparison.Ordinal),
                    value => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, Options), Options)!
                )
            );
        return property;
    }

    /// <summary>What clients send must say all that is required, and numbers as numbers; what we stored may lack what was null.</summary>
    internal static void ConfigureRequests(JsonSerializerOptions options)
    {
        Configure(options).RespectRequiredConstructorParameters = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(RefuseNullItems);
    }

    /// <summary>
    /// Annotations of what a list holds are not looked at by the serializer: a null in it would be found by whoever reads the list first.
    /// </summary>
    static void RefuseNullItems(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        var lists = type
            .Properties.Where(property => property.Get is not null && property.PropertyType.IsAssignableTo(typeof(IEnumerable<object?>)))
            .ToList();
        if (lists.Count == 0)
            return;
        type.OnDeserialized = row =>
        {
            foreach (var list in lists)
                if (list.Get!(row) is IEnumerable<object?> items && items.Any(item => item is null))
                    throw new JsonException($"There is a null in '{list.Name}'.");
        };
    }

    static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.RespectNullableAnnotations = true;
        return options;
    }
}
