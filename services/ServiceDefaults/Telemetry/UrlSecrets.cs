using System.Text.RegularExpressions;

namespace Integrationskonzept.ServiceDefaults.Telemetry;

/// <summary>
/// What stands in an address and opens something: the token of an invitation, of a new password, of a board or of a survey (in the path),
/// the secret of a personal calendar (in the query). All other links of ours carry theirs behind the #, which no server sees. Values of
/// queries are left out always; a new place for a secret in a path belongs here.
/// </summary>
static partial class UrlSecrets
{
    /// <summary>The text without them, wherever in it an address may stand.</summary>
    public static string LeaveOut(string text) => Places().Replace(text, "${place}Redacted");

    // Not a route's placeholder.
    const string InPath = """(?<place>(/|%(25)*2F)+(invitation|new-password|board-links|survey-links|join)(/|%(25)*2F)+)(?!\{)[^\s?"<>]+""";
    const string InQuery = """(?<place>[?&][^\s=&?/"]{1,100}(=|%(25)*3D))[^\s&"<>]+""";
    const string BareQuery = """(?<place>\?)[^\s=&?/"<>]{16,}""";

    [GeneratedRegex($"{InPath}|{InQuery}|{BareQuery}", RegexOptions.IgnoreCase)]
    private static partial Regex Places();
}
