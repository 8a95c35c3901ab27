using System.Globalization;

namespace Integrationskonzept.Planning;

/// <summary>Euros in words.</summary>
static class Money
{
    static readonly CultureInfo German = new("de-DE");

    public static string De(decimal euros) => euros.ToString("#,##0.00", German) + " Euro";

    public static string En(decimal euros) => euros.ToString("#,##0.00", CultureInfo.InvariantCulture) + " euros";
}
