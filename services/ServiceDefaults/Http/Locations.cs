namespace Integrationskonzept.ServiceDefaults.Http;

/// <summary>Addresses that come from a caller and go into a header.</summary>
public static class Locations
{
    /// <summary>
    /// The address with all that is not printable ASCII percent-encoded, as headers need it; what was encoded already stays.
    /// </summary>
    public static string ForHeader(string address) =>
        string.Concat(
            address
                .EnumerateRunes()
                .Select(rune => rune.Value is > ' ' and <= '~' ? rune.ToString() : Uri.EscapeDataString(rune.ToString()))
        );
}
