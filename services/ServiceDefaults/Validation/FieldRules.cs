using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Validation;

#pragma warning disable ASP0029 // the framework's place for rules of one's own is marked as experimental

namespace Integrationskonzept.ServiceDefaults.Validation;

/// <summary>
/// Looks at what requests bring, by the attributes on their types. In the framework's place, because its own answers bear the names of
/// our C# and speak English: here a field is named as in JSON (<c>items[0].title</c>), and the words are the reader's.
/// </summary>
static class FieldRules
{
    static readonly ConcurrentDictionary<Type, Field[]> Known = new();

    public static IServiceCollection AddFieldRules(this IServiceCollection services) =>
        services.AddValidation(options => options.Resolvers.Insert(0, new OfParameters()));

    static Field[] Of(Type type) =>
        Known.GetOrAdd(
            type,
            _ =>
                !IsOurs(type)
                    ? []
                    :
                    [
                        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                            .Select(property => Field.Of(type, property))
                            .OfType<Field>(),
                    ]
        );

    static bool IsOurs(Type type) =>
        type is { IsEnum: false, Namespace: { } name } && name.StartsWith(nameof(Integrationskonzept), StringComparison.Ordinal);

    static void Look(object? value, string path, IReadOnlyList<ValidationAttribute> rules, ValidateContext found)
    {
        var broken = rules.Where(rule => !rule.IsValid(value)).ToList();
        // Of what is missing nothing else is said.
        foreach (var rule in broken.OfType<RequiredAttribute>().Any() ? broken.OfType<RequiredAttribute>() : broken.AsEnumerable())
            Add(found, path, FieldWords.Of(rule, value).ToString());
        if (broken.Count > 0 || value is null or string)
            return;

        if (value is IEnumerable items)
        {
            var number = 0;
            foreach (var item in items)
                Look(item, $"{path}[{number++}]", [], found);
            return;
        }
        foreach (var field in Of(value.GetType()))
            Look(field.Property.GetValue(value), path.Length == 0 ? field.Name : $"{path}.{field.Name}", field.Rules, found);
    }

    static void Add(ValidateContext found, string path, string words)
    {
        found.ValidationErrors ??= [];
        found.ValidationErrors[path] = [.. found.ValidationErrors.GetValueOrDefault(path) ?? [], words];
    }

    static ValidationAttribute[] RulesOn(params IEnumerable<ICustomAttributeProvider?> places)
    {
        var rules = places
            .OfType<ICustomAttributeProvider>()
            .SelectMany(place => place.GetCustomAttributes(typeof(ValidationAttribute), inherit: true))
            .Cast<ValidationAttribute>()
            .ToArray();
        return rules.FirstOrDefault(rule => !FieldWords.Has(rule)) is not { } mute
            ? rules
            : throw new NotSupportedException($"There are no words for {mute.GetType().Name}.");
    }

    sealed record Field(string Name, PropertyInfo Property, ValidationAttribute[] Rules)
    {
        /// <summary>What a request can set: a property that can be written, or a parameter of the record.</summary>
        public static Field? Of(Type type, PropertyInfo property)
        {
            var parameter = type.GetConstructors()
                .SelectMany(constructor => constructor.GetParameters())
                .FirstOrDefault(candidate => candidate.Name == property.Name);
            return property.CanRead && property.GetIndexParameters().Length == 0 && (property.CanWrite || parameter is not null)
                ? new(JsonNamingPolicy.CamelCase.ConvertName(property.Name), property, RulesOn(property, parameter))
                : null;
        }
    }

    sealed class OfParameters : IValidatableInfoResolver
    {
        public bool TryGetValidatableTypeInfo(Type type, [NotNullWhen(true)] out IValidatableInfo? info) => (info = null) is not null;

        public bool TryGetValidatableParameterInfo(ParameterInfo parameter, [NotNullWhen(true)] out IValidatableInfo? info)
        {
            var rules = RulesOn(parameter);
            var isContent =
                Of(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType).Length > 0
                || parameter.ParameterType.IsAssignableTo(typeof(IEnumerable<object>));
            info = new OfParameter(isContent ? "" : parameter.Name!, rules);
            return true;
        }
    }

    sealed class OfParameter(string name, ValidationAttribute[] rules) : IValidatableInfo
    {
        public Task ValidateAsync(object? value, ValidateContext context, CancellationToken ct)
        {
            Look(value, name, rules, context);
            return Task.CompletedTask;
        }
    }
}
