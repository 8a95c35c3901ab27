using System.Text.RegularExpressions;
using Integrationskonzept.ServiceDefaults.Tenancy;

namespace Integrationskonzept.Publication.Site;

/// <summary>The style sheets, the scripts of the two pages that read a link's token, and the Landkreis' colour.</summary>
static partial class SiteStyle
{
    public static string Css { get; } = Read("site.css");

    /// <summary>Of an edition on paper.</summary>
    public static string PrintCss { get; } = Read("print.css");

    /// <summary>Of the page for registering.</summary>
    public static string RegistrationScript { get; } = Read("registration.js");

    /// <summary>Of the page for answering a poll.</summary>
    public static string PollScript { get; } = Read("poll.js");

    /// <summary>
    /// The Landkreis' colour, for what can be acted upon, in KERN's words too. Only a plain colour gets into the style; Identity checks its
    /// contrast when it is set.
    /// </summary>
    public static string Accent(KnownTenant tenant) =>
        Color().IsMatch(tenant.Color)
            ? $":root, [data-kern-theme] {{ --accent: {tenant.Color}; --kern-color-action-default: {tenant.Color}; }}"
            : "";

    static string Read(string name)
    {
        using var reader = new StreamReader(typeof(SiteStyle).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex Color();
}
