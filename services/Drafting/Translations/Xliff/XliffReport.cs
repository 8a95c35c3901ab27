namespace Integrationskonzept.Drafting.Translations.Xliff;

/// <summary>What became of a section that came back from translators.</summary>
public enum XliffOutcome
{
    /// <summary>The translation is stored, of the section's last revision.</summary>
    Taken,

    /// <summary>It is stored, and stale already: the section moved on since the export.</summary>
    TakenStale,

    /// <summary>It says what the stored translation says.</summary>
    Unchanged,

    /// <summary>Nothing of it is translated; the stored translation, if any, stays.</summary>
    Empty,

    /// <summary>Not all of it is translated; the stored translation, if any, stays.</summary>
    Incomplete,

    /// <summary>The stored translation is of a later revision, and stays.</summary>
    Superseded,
}

/// <param name="Key">Key of the section.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="SourceRevision">The revision that the file was made of.</param>
/// <param name="CurrentRevision">The section's last revision.</param>
/// <param name="Missing">How many segments have no target.</param>
public sealed record XliffSectionReport(
    string Key,
    string Title,
    XliffOutcome Outcome,
    int SourceRevision,
    int CurrentRevision,
    int Missing
);

/// <summary>What became of each section of the file, in its order.</summary>
/// <param name="Language">Language tag (BCP 47).</param>
/// <param name="Taken">How many sections are stored anew.</param>
/// <param name="Sections">The sections.</param>
public sealed record XliffReport(string Language, int Taken, IReadOnlyList<XliffSectionReport> Sections);
