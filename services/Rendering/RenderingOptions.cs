using System.ComponentModel.DataAnnotations;

namespace Integrationskonzept.Rendering;

/// <summary>Limits and tools of the rendering service (configuration section <c>Rendering</c>).</summary>
public sealed class RenderingOptions
{
    public const string Section = "Rendering";

    [Required]
    public string ChromiumPath { get; set; } = "/usr/bin/chromium-headless-shell";

    /// <summary>Found on PATH when it is not a path.</summary>
    [Required]
    public string PandocPath { get; set; } = "pandoc";

    /// <summary>Largest HTML accepted, in UTF-8 bytes.</summary>
    [Range(1, 64 * 1024 * 1024)]
    public int MaxHtmlBytes { get; set; } = 5 * 1024 * 1024;

    /// <summary>How long one document may wait for its turn, and then again how long it may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00")]
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the browser may take to start.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00")]
    public TimeSpan LaunchLimit { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Documents rendered at the same time.</summary>
    [Range(1, 64)]
    public int Concurrency { get; set; } = 2;

    /// <summary>A browser is replaced after so many documents, because a long-lived one grows.</summary>
    [Range(1, 100_000)]
    public int RendersPerBrowser { get; set; } = 200;
}
