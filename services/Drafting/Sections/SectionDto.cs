using System.ComponentModel.DataAnnotations;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Drafting.Sections;

/// <param name="Title">Heading, up to 200 characters.</param>
/// <param name="Markdown">
/// Text, CommonMark with tables and footnotes, up to 200,000 characters. <c>[[abschnitt:key]]</c> and <c>[[massnahme:1.2]]</c> refer to
/// sections and measures; a measure's number becomes its id. Images need an alternative text.
/// </param>
/// <param name="Reason">Why it is changed.</param>
/// <param name="BasedOn">
/// Number of the revision that the editor began with. With it, a stale <c>If-Match</c> is no refusal: what others have changed elsewhere is
/// merged, what contradicts is told as <c>edit-conflict</c>.
/// </param>
public sealed record EditSection(
    [Required, MaxLength(200)] string Title,
    [MaxLength(200_000)] string Markdown,
    [MaxLength(500)] string? Reason = null,
    [Range(0, int.MaxValue)] int? BasedOn = null
);

/// <summary>A section of the concept.</summary>
public sealed record SectionDto : IMarked
{
    /// <summary>Key within the concept.</summary>
    public required string Key { get; init; }

    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>Number as printed, such as <c>5.2</c>.</summary>
    public required string Number { get; init; }

    /// <summary>1 for a chapter, 2 for a section of one, and so on.</summary>
    public required int Level { get; init; }

    /// <summary>The section that it stands in; absent for a chapter.</summary>
    public string? ParentKey { get; init; }

    /// <summary>Heading.</summary>
    public required string Title { get; init; }

    /// <summary>Topic area, for a chapter of one.</summary>
    public string? TopicAreaKey { get; init; }

    /// <summary>Text, CommonMark.</summary>
    public required string Markdown { get; init; }

    /// <summary>Number of the last revision; 0 before the first.</summary>
    public required int Revision { get; init; }

    /// <summary>True once the results of its topic area are in.</summary>
    public required bool Concluded { get; init; }

    string IMarked.Mark => Number;

    internal static SectionDto From(Section section, Place place) =>
        new()
        {
            Key = section.Key,
            Version = section.Version,
            Number = place.Number,
            Level = place.Level,
            ParentKey = place.ParentKey,
            Title = section.Title,
            TopicAreaKey = section.TopicAreaKey,
            Markdown = section.Markdown,
            Revision = section.Revision,
            Concluded = section.ConcludedVersion > 0,
        };
}

/// <summary>A section in the outline of the concept.</summary>
/// <param name="Key">Key within the concept.</param>
/// <param name="Number">Number as printed, such as <c>5.2</c>.</param>
/// <param name="Level">1 for a chapter, 2 for a section of one, and so on.</param>
/// <param name="ParentKey">The section that it stands in; absent for a chapter.</param>
/// <param name="Title">Heading.</param>
/// <param name="Version">Version of the section, for <c>If-Match</c>.</param>
/// <param name="TopicAreaKey">Topic area, for a chapter of one.</param>
/// <param name="Revision">Number of the last revision; 0 before the first.</param>
/// <param name="Concluded">True once the results of its topic area are in.</param>
/// <param name="Empty">True while it has no text.</param>
public sealed record OutlineEntry(
    string Key,
    string Number,
    int Level,
    string? ParentKey,
    string Title,
    int Version,
    string? TopicAreaKey,
    int Revision,
    bool Concluded,
    bool Empty
);
