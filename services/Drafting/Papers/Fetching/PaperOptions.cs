namespace Integrationskonzept.Drafting.Papers.Fetching;

/// <summary>Section <c>Papers</c> of the configuration.</summary>
public sealed class PaperOptions
{
    /// <summary>
    /// From where papers are fetched: origins such as <c>https://oparl.example.de</c>, of the council systems of the Landkreise. Nothing is
    /// fetched from anywhere else, and nothing at all where there are none.
    /// </summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Whether it is one of them: scheme, name and port are the same, and no name or password is in it.</summary>
    public bool Allows(Uri address) =>
        address is { IsAbsoluteUri: true, UserInfo: "" }
        && address.Scheme is "https" or "http"
        && Sources.Any(source => Uri.TryCreate(source, UriKind.Absolute, out var origin) && IsSameOrigin(origin, address));

    static bool IsSameOrigin(Uri one, Uri other) =>
        Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
