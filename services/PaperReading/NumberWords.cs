using System.Collections.Frozen;
using System.Globalization;

namespace Integrationskonzept.PaperReading;

/// <summary>Numbers in digits and German words up to twenty-four.</summary>
static class NumberWords
{
    /// <summary>A pattern for the group <c>number</c>.</summary>
    public const string Pattern =
        @"(\d{1,3}|einen|einem|einer|eines|eine|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|"
        + @"dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn|zwanzig|vierundzwanzig)";

    static readonly FrozenDictionary<string, int> Words = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["ein"] = 1,
        ["eine"] = 1,
        ["einen"] = 1,
        ["einem"] = 1,
        ["einer"] = 1,
        ["eines"] = 1,
        ["zwei"] = 2,
        ["drei"] = 3,
        ["vier"] = 4,
        ["fünf"] = 5,
        ["sechs"] = 6,
        ["sieben"] = 7,
        ["acht"] = 8,
        ["neun"] = 9,
        ["zehn"] = 10,
        ["elf"] = 11,
        ["zwölf"] = 12,
        ["dreizehn"] = 13,
        ["vierzehn"] = 14,
        ["fünfzehn"] = 15,
        ["sechzehn"] = 16,
        ["siebzehn"] = 17,
        ["achtzehn"] = 18,
        ["neunzehn"] = 19,
        ["zwanzig"] = 20,
        ["vierundzwanzig"] = 24,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static int? Read(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : Words.TryGetValue(text, out var word) ? word
        : null;

    /// <summary>A decimal with a German comma (or a point).</summary>
    public static decimal? ReadDecimal(string text) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
