namespace Integrationskonzept.Walkthrough;

/// <param name="Gateway">The gateway's address.</param>
/// <param name="Accounts">The file with the development accounts.</param>
/// <param name="TenantsOnly">Only registers the example tenants.</param>
public sealed record WalkthroughOptions(Uri Gateway, string Accounts, bool TenantsOnly = false)
{
    public static WalkthroughOptions? Read(string[] args)
    {
        string? Value(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
        return Uri.TryCreate(Value("--gateway"), UriKind.Absolute, out var gateway) && Value("--accounts") is { } accounts
            ? new(gateway, accounts, args.Contains("--tenants-only"))
            : null;
    }
}

/// <summary>Something did not go as the story wants it.</summary>
public sealed class WalkthroughException(string message, Exception? inner = null) : Exception(message, inner);
