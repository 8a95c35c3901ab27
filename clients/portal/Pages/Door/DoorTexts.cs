using System.Text.Json;
using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Portal.Pages.Door;

/// <summary>What the script at the door says, in the language of the page.</summary>
static class DoorTexts
{
    static readonly Dictionary<string, Text> Said = new()
    {
        ["came"] = new("{who} ist da.", "{who} is here."),
        ["cameBefore"] = new("{who} war schon da, seit {at}.", "{who} was here before, since {at}."),
        ["kept"] = new(
            "{who} ist vorgemerkt. Gesendet wird, sobald wieder Netz da ist.",
            "{who} is kept, to be sent once the network is back."
        ),
        ["unknown"] = new(
            "Diese Karte ist nicht bekannt. Sie ist vorgemerkt und wird geprüft, sobald wieder Netz da ist.",
            "This ticket is not known. It is kept, to be checked once the network is back."
        ),
        ["waiting"] = new("Vorgemerkt ohne Netz: {count}", "Kept without network: {count}"),
        ["signIn"] = new(
            "Die Anmeldung ist abgelaufen. Laden Sie die Seite neu und melden Sie sich an; was vorgemerkt ist, bleibt.",
            "The session has ended. Load the page anew and sign in; what is kept stays."
        ),
        ["somebody"] = new("Die Person", "The person"),
        ["noCamera"] = new(
            "Die Kamera ist nicht erlaubt oder nicht da. Geben Sie den Code ein, oder suchen Sie den Namen.",
            "The camera is not allowed or not there. Type the code, or search the name."
        ),
        ["more"] = new("und {count} weitere: Suchen Sie den Namen.", "and {count} more: search the name."),
        ["none"] = new("Niemand mit diesem Namen.", "Nobody of this name."),
        ["of"] = new("{came} von {expected}", "{came} of {expected}"),
        ["since"] = new("da seit {at}", "here since {at}"),
    };

    public static string Of(string key, params (string Name, string? Value)[] values) =>
        values.Aggregate(Said[key].ToString(), (text, one) => text.Replace($"{{{one.Name}}}", one.Value, StringComparison.Ordinal));

    public static string Json() =>
        JsonSerializer.Serialize(
            Said.Select(one => (one.Key, Value: one.Value.ToString()))
                .Concat(Enum.GetValues<StakeholderGroup>().Select(group => (Key: Key(group), Value: Words.Of(group).ToString())))
                .ToDictionary(one => one.Key, one => one.Value)
        );

    /// <summary>A group as the API writes it.</summary>
    public static string Key(StakeholderGroup group) => JsonNamingPolicy.CamelCase.ConvertName(group.ToString());

    public static StakeholderGroup? Group(string? key) =>
        Enum.GetValues<StakeholderGroup>().Cast<StakeholderGroup?>().FirstOrDefault(group => Key(group!.Value) == key);

    /// <summary>How somebody is called at the door, also without a name.</summary>
    public static string Called(ExpectedDto person) => person.Name ?? person.Organisation ?? Words.Of(person.Group).ToString();
}
