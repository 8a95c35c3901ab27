using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Integrationskonzept.Drafting.Sections;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Drafting.Translations;

/// <summary>How far a section is in a language.</summary>
public enum TranslationState
{
    /// <summary>Translated, of the section's last revision.</summary>
    Current,

    /// <summary>Translated, but the section moved on since.</summary>
    Stale,

    /// <summary>The section has a text, and that is not translated.</summary>
    Missing,

    /// <summary>The section has no text yet.</summary>
    NothingToTranslate,
}

/// <param name="Languages">
/// Language tags (BCP 47), such as <c>uk</c> or <c>de-x-leicht</c> for easy language, at most 30. Not German, the language of sections.
/// </param>
public sealed record ChooseLanguages([Required, MaxLength(ConceptLanguages.Most)] IReadOnlyList<string> Languages);

/// <summary>Into which languages a concept is to be translated.</summary>
/// <param name="Version">Version; 0 before anybody has chosen.</param>
/// <param name="Languages">Language tags (BCP 47), in the order in which they were chosen.</param>
public sealed record ConceptLanguagesDto(int Version, IReadOnlyList<string> Languages) : IVersioned;

/// <summary>How far a concept is in a language.</summary>
/// <param name="Language">Language tag (BCP 47).</param>
/// <param name="Wanted">True if the concept is to have it; false for one that it has all the same.</param>
/// <param name="Sections">Sections with text: what is to be translated.</param>
/// <param name="Translated">Those of them that are translated, of their last revision.</param>
/// <param name="Stale">Those of them that moved on since they were translated.</param>
/// <param name="Missing">Those of them that are not translated.</param>
/// <param name="Percent">Translated of sections with text, in per cent, rounded down; 0 where there is nothing to translate.</param>
public sealed record LanguageProgress(string Language, bool Wanted, int Sections, int Translated, int Stale, int Missing, int Percent);

/// <summary>How far a section is in a language.</summary>
/// <param name="Key">Key of the section.</param>
/// <param name="Number">Its number as printed, such as <c>5.2</c>.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Language">Language tag (BCP 47).</param>
/// <param name="State">How far it is.</param>
/// <param name="CurrentRevision">The section's last revision; 0 before the first.</param>
/// <param name="SourceRevision">The revision that was translated; absent where nothing is.</param>
/// <param name="Version">Version of the translation; absent where there is none.</param>
/// <param name="At">When it was translated; absent where it is not.</param>
public sealed record TranslationProgress(
    string Key,
    string Number,
    string Title,
    string Language,
    TranslationState State,
    int CurrentRevision,
    int? SourceRevision,
    int? Version,
    DateTimeOffset? At
);

/// <param name="Title">Heading in that language, up to 400 characters.</param>
/// <param name="Markdown">Text in that language, with the same rules as the section's, up to 400,000 characters.</param>
/// <param name="SourceRevision">Which revision of the section it translates: <c>revision</c> of the section as it was read.</param>
public sealed record TranslateSection(
    [Required, MaxLength(SectionTranslation.MostOfTitle)] string Title,
    [MaxLength(SectionTranslation.MostOfMarkdown)] string Markdown,
    [Range(0, int.MaxValue)] int SourceRevision
);

/// <summary>What a section says in another language.</summary>
/// <param name="Version">Version.</param>
/// <param name="Language">Language tag (BCP 47).</param>
/// <param name="Title">Heading.</param>
/// <param name="Markdown">Text, CommonMark.</param>
/// <param name="SourceRevision">Which revision of the section it translates; 0 is how the section began.</param>
/// <param name="CurrentRevision">The section's last revision.</param>
/// <param name="Stale">True if the section moved on since: <c>compare</c> of the section tells what differs between the two.</param>
/// <param name="Revision">Number of this text of the translation, from 1.</param>
/// <param name="At">When it was written.</param>
public sealed record SectionTranslationDto(
    int Version,
    string Language,
    string Title,
    string Markdown,
    int SourceRevision,
    int CurrentRevision,
    bool Stale,
    int Revision,
    DateTimeOffset At
) : IMarked
{
    string IMarked.Mark => CurrentRevision.ToString(CultureInfo.InvariantCulture);

    internal static SectionTranslationDto From(SectionTranslation row, Section of) =>
        new(row.Version, row.Language, row.Title, row.Markdown, row.SourceRevision, of.Revision, !row.IsOf(of), row.Revision, row.At);
}

/// <summary>A text that a translation once had.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Title">Heading.</param>
/// <param name="Markdown">Text, CommonMark.</param>
/// <param name="SourceRevision">Which revision of the section it translated.</param>
/// <param name="At">When it was written.</param>
public sealed record TranslationRevisionDto(int Number, string Title, string Markdown, int SourceRevision, DateTimeOffset At);
