using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Integrationskonzept.ServiceDefaults.Http;

/// <summary>
/// Content security policies. The gateway gives every page the strictest; a service whose page needs another says so, and only what it
/// needs.
/// </summary>
public static partial class ContentPolicy
{
    /// <summary>The policy of a page: nothing but our own styles and pictures, unless said otherwise.</summary>
    public static string Of(
        string scripts = "'none'",
        string styles = "'self'",
        string fonts = "'self'",
        string forms = "'self'",
        string bases = "'none'"
    ) =>
        $"default-src 'self'; img-src 'self' data:; font-src {fonts}; style-src {styles}; script-src {scripts}; object-src "
        + $"'none'; base-uri {bases}; form-action {forms}; frame-ancestors 'none'";

    /// <summary>For a page that brings its style along, as documents do: that style by its hash, and no other.</summary>
    public static string ForStyleOf(string html) =>
        Of(
            styles: string.Join(
                ' ',
                Style()
                    .Matches(html)
                    .Select(style => SHA256.HashData(Encoding.UTF8.GetBytes(style.Groups[1].Value.ReplaceLineEndings("\n"))))
                    .Select(hash => $"'sha256-{Convert.ToBase64String(hash)}'")
                    .DefaultIfEmpty("'none'")
            )
        );

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
