namespace Integrationskonzept.Drafting.Readiness;

/// <summary>What a concept can still lack before it is put before the organizations.</summary>
public enum ReadinessKind
{
    /// <summary>A chapter that people write has no text and no sections.</summary>
    ChapterWithoutText,

    /// <summary>The results of a topic area are not there yet.</summary>
    TopicAreaNotConcluded,

    /// <summary>Nobody is responsible for a measure.</summary>
    MeasureWithoutOwner,

    /// <summary>A measure has no month in which it begins or ends.</summary>
    MeasureWithoutPeriod,

    /// <summary>A measure has no amount of what it costs.</summary>
    MeasureWithoutCost,

    /// <summary>A measure has nothing by which its success is measured.</summary>
    MeasureWithoutIndicator,

    /// <summary>An indicator has no value that is to be reached.</summary>
    MeasureWithoutTarget,

    /// <summary>No measure serves a goal.</summary>
    GoalWithoutMeasures,

    /// <summary>Contributions of a topic area lead to no goal and no measure, so the adoption answers nobody who made them.</summary>
    ContributionsWithoutOutcome,

    /// <summary>Sections are not translated into a language that the concept is to have.</summary>
    TranslationMissing,

    /// <summary>Sections moved on since they were translated.</summary>
    TranslationStale,
}

/// <summary>What a thing that is missing belongs to.</summary>
public enum ReadinessSubject
{
    /// <summary>A chapter, by its key.</summary>
    Section,

    /// <summary>A topic area, by its key within the concept.</summary>
    TopicArea,

    /// <summary>A goal, by its id.</summary>
    Goal,

    /// <summary>A measure, by its id.</summary>
    Measure,

    /// <summary>A language, by its tag (BCP 47).</summary>
    Language,
}

/// <param name="Kind">What is missing.</param>
/// <param name="Subject">To what it belongs.</param>
/// <param name="SubjectId">Key or id of that.</param>
/// <param name="Words">The same for people, in the language of Accept-Language.</param>
/// <param name="Link">Where that is read and written in the API.</param>
/// <param name="Count">How many single things it is, where it is several.</param>
public sealed record ReadinessItem(
    ReadinessKind Kind,
    ReadinessSubject Subject,
    string SubjectId,
    string Words,
    string Link,
    int? Count = null
);

/// <param name="Kind">What is missing.</param>
/// <param name="Count">How often.</param>
public sealed record ReadinessCount(ReadinessKind Kind, int Count);

/// <summary>What is missing before the concept is put before the organizations. It informs, and stops nobody.</summary>
/// <param name="IsComplete">True where nothing is missing.</param>
/// <param name="Counts">How much is missing of each kind; kinds of which nothing is missing are left out.</param>
/// <param name="Items">Each thing that is missing: chapters, topic areas, goals and measures, each in reading order, and languages.</param>
public sealed record ReadinessDto(bool IsComplete, IReadOnlyList<ReadinessCount> Counts, IReadOnlyList<ReadinessItem> Items);
