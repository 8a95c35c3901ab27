using System.Text.RegularExpressions;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Validation;

namespace Integrationskonzept.Participation.Organisations;

/// <summary>What makes an organisation readable for others: the same rules for who writes one and for a table of many.</summary>
static partial class OrganisationRules
{
    public const int MostNetworks = 20,
        MostLanguages = 20,
        MostContacts = 10;

    /// <summary>Trimmed, without those that are empty or repeat.</summary>
    public static List<string> Distinct(IEnumerable<string>? words) =>
        [.. (words ?? []).Select(word => word.Trim()).Where(word => word.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <exception cref="InvalidFieldProblem">A language tag or contact that can't be used.</exception>
    public static void Require(
        IReadOnlyList<string> networks,
        IReadOnlyList<string> languages,
        IReadOnlyList<Contact> contacts,
        DateOnly today
    )
    {
        if (networks.Any(network => !IsNetwork(network)))
            throw new InvalidFieldProblem("networks", NetworkTooLong);
        foreach (var (index, language) in languages.Index())
            if (!IsLanguage(language))
                throw new InvalidFieldProblem($"languages[{index}]", UnknownLanguage(language));
        foreach (var (index, contact) in contacts.Index())
            if (contact.Fault(today) is var (field, words))
                throw new InvalidFieldProblem($"contacts[{index}].{field}", words);
    }

    public static bool IsLanguage(string tag) => tag.Length <= LanguageTag.MaxLength && Language().IsMatch(tag);

    [GeneratedRegex(LanguageTag.Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Language();

    /// <summary>A comma would make two of it in a table.</summary>
    public static bool IsNetwork(string name) => name.Length <= 100 && name.IndexOfAny([',', ';', '\n']) < 0;

    public static Text NetworkTooLong =>
        new(
            "Ein Netzwerk hat einen Namen von höchstens 100 Zeichen, ohne Komma und Strichpunkt.",
            "A network has a name of 100 characters at most, without commas and semicolons."
        );

    public static Text UnknownLanguage(string tag) =>
        new(
            $"„{tag}“ ist keine Sprache nach BCP 47, etwa de, ar, uk oder tr.",
            $"\"{tag}\" is no language of BCP 47, such as de, ar, uk or tr."
        );
}
