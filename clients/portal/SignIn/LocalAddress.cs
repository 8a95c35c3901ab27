namespace Integrationskonzept.Portal.SignIn;

/// <summary>Only addresses of the portal's own: nobody is led elsewhere by a link to it.</summary>
static class LocalAddress
{
    public const string Start = "/portal/";

    public static string Of(string? address) =>
        address?.StartsWith(Start, StringComparison.Ordinal) == true && Uri.TryCreate(address, UriKind.Relative, out _) ? address : Start;
}
