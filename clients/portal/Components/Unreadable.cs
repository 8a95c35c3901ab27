using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Portal.Components;

/// <summary>What somebody typed can't be read: shown at its field, with all that was typed kept.</summary>
sealed class Unreadable(string api, Text says) : Exception(says.En)
{
    /// <summary>The field's name in the API.</summary>
    public string Api => api;

    public Text Says => says;

    public static Text Day(string typed) =>
        new($"„{typed}“ ist kein Tag. Schreiben Sie ihn wie 03.05.2027.", $"“{typed}” is no day. Write it as 2027-05-03.");

    public static Text Number(string typed) =>
        new(
            $"„{typed}“ ist keine Zahl, die sich eindeutig lesen lässt. Schreiben Sie sie wie 1.234,50.",
            $"“{typed}” is no number that can be read in one way only. Write it as 1,234.50."
        );

    public static Text Whole(string typed) => new($"„{typed}“ ist keine ganze Zahl.", $"“{typed}” is no whole number.");

    public static Text Nameless =>
        new(
            "Hier fehlt der Name; was in der Zeile sonst steht, ginge verloren.",
            "The name is missing; what else stands in this row would be lost."
        );
}
