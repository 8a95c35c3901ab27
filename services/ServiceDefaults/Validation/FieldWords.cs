using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.ServiceDefaults.Validation;

/// <summary>What is wrong with a field and how to mend it, for each kind of rule that fields have.</summary>
static class FieldWords
{
    static readonly Type[] Known =
    [
        typeof(RequiredAttribute),
        typeof(MaxLengthAttribute),
        typeof(MinLengthAttribute),
        typeof(RangeAttribute),
        typeof(EmailAddressAttribute),
        typeof(WrittenAttribute),
    ];

    /// <summary>True if there are words for the rule.</summary>
    public static bool Has(ValidationAttribute rule) => Known.Contains(rule.GetType());

    /// <summary>The words for a value that breaks the rule.</summary>
    public static Text Of(ValidationAttribute rule, object? value) =>
        rule switch
        {
            RequiredAttribute => new("Das fehlt oder ist leer. Geben Sie einen Wert an.", "This is missing or empty. Give a value."),
            MaxLengthAttribute most => Length(value, "Höchstens", "At most", most.Length),
            MinLengthAttribute least => Length(value, "Mindestens", "At least", least.Length),
            RangeAttribute { Maximum: int.MaxValue } range => new(
                $"Geben Sie mindestens {In("de", range.Minimum)} an.",
                $"Give at least {In("en", range.Minimum)}."
            ),
            RangeAttribute range => new(
                $"Geben Sie einen Wert von {In("de", range.Minimum)} bis {In("de", range.Maximum)} an.",
                $"Give a value from {In("en", range.Minimum)} to {In("en", range.Maximum)}."
            ),
            EmailAddressAttribute => new(
                "Geben Sie eine vollständige Mailadresse an, etwa name@example.org.",
                "Give a whole mail address, such as name@example.org."
            ),
            WrittenAttribute written => written.Words,
            _ => throw new NotSupportedException($"There are no words for {rule.GetType().Name}."),
        };

    static Text Length(object? value, string german, string english, int limit)
    {
        var (count, isText) = value is string text ? (text.Length, true) : (((IEnumerable)value!).Cast<object?>().Count(), false);
        var (letters, letter) = isText ? ("Zeichen", "characters") : (limit == 1 ? "Eintrag" : "Einträge", limit == 1 ? "item" : "items");
        return new(
            $"{german} {In("de", limit)} {letters}; hier sind es {In("de", count)}.",
            $"{english} {In("en", limit)} {letter}; here are {In("en", count)}."
        );
    }

    static string In(string language, object value) =>
        value switch
        {
            TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
            int or long or decimal => ((IFormattable)value).ToString("#,0.##", CultureInfo.GetCultureInfo(language)),
            double number => number.ToString("#,0.##", CultureInfo.GetCultureInfo(language)),
            _ => value.ToString()!,
        };
}
