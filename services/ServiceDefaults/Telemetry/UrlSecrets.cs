using System.Text.RegularExpressions;

namespace Integrationskonzept.ServiceDefaults.Telemetry;

/// <summary>
/// What stands in an address and opens something: the token of an invitation (in the path), the secret of a personal calendar (in the query). All other
/// links of ours carry theirs behind the #, which no server sees. A new place for a secret in a path belongs here; values of queries are left out always.
/// </summary>
static partial class UrlSecrets
{
    /// <summary>The text without them, wherever in it an address may stand.</summary>
    public static string LeaveOut(string text) => Places().Replace(text, "${place}Redacted");

    [GeneratedRegex("""(?<place>(/|%2F)invitation(/|%2F))(?!\{)[^\s/?"'<>]+|(?<place>[?&][^\s=&?/"'<>]{1,100}=)[^\s&"'<>]+""", RegexOptions.IgnoreCase)]
    private static partial Regex Places();
}
