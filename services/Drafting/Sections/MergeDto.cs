using Integrationskonzept.Drafting.Sections.Texts;

namespace Integrationskonzept.Drafting.Sections;

/// <summary>Title and text of a section.</summary>
sealed record SectionText(string Title, string Markdown);

/// <summary>Two edits of one revision, put together as far as they don't contradict each other.</summary>
/// <param name="Version">Version of the section now, for <c>If-Match</c>.</param>
/// <param name="Revision">Its revision now, for <c>basedOn</c>.</param>
/// <param name="Title">The heading.</param>
/// <param name="Parts">The text from begin to end.</param>
public sealed record MergeDto(int Version, int Revision, MergedText Title, IReadOnlyList<MergedText> Parts)
{
    internal static MergeDto Of(SectionText began, SectionText yours, Section now) =>
        new(
            now.Version,
            now.Revision,
            TitleOf(began.Title, yours.Title, now.Title),
            [
                .. TextMerge
                    .Merge(began.Markdown, yours.Markdown, now.Markdown)
                    .Select(part =>
                        part.Text is { } text ? new MergedText(text) : new MergedText(null, part.Base, part.Yours, part.Theirs)
                    ),
            ]
        );

    /// <summary>The whole, where nothing contradicts.</summary>
    /// <exception cref="EditConflict">Something does.</exception>
    internal SectionText Require() =>
        Title.Text is { } title && Parts.All(part => part.Text is not null)
            ? new(title, string.Concat(Parts.Select(part => part.Text)).TrimEnd())
            : throw new EditConflict(this);

    static MergedText TitleOf(string began, string yours, string theirs) =>
        yours == theirs || theirs == began ? new(yours)
        : yours == began ? new(theirs)
        : new(null, began, yours, theirs);
}

/// <summary>A part of it: one text, or two that contradict each other.</summary>
/// <param name="Text">What both come to; absent where they contradict each other.</param>
/// <param name="Base">There: what both began with.</param>
/// <param name="Yours">There: what you wrote.</param>
/// <param name="Theirs">There: what is saved now.</param>
public sealed record MergedText(string? Text, string? Base = null, string? Yours = null, string? Theirs = null);
