using System.ComponentModel.DataAnnotations;

namespace Integrationskonzept.Participation.Translations;

/// <summary>Section <c>Translation</c> of the configuration: the service that translates by machine.</summary>
public sealed class TranslationOptions
{
    public const string Section = "Translation";

    /// <summary>Where LibreTranslate is, <c>http</c> or <c>https</c>; none: nothing is translated by machine.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Where it asks for one.</summary>
    public string? ApiKey { get; set; }

    /// <summary>How long one translation may take, with a second try; less than the gateway waits for a service.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:14")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest contribution that is translated by machine, title and text together.</summary>
    [Range(1, 100_000)]
    public int MaxCharacters { get; set; } = 5000;

    internal bool IsUsable => Endpoint is null || (Endpoint.IsAbsoluteUri && Endpoint.Scheme is "http" or "https");
}
