namespace Integrationskonzept.PaperReading;

/// <summary>Whether the text could be read as a paper.</summary>
public enum ReadingOutcome
{
    /// <summary>It is a paper.</summary>
    Paper,

    /// <summary>It is text, but not a paper.</summary>
    NotAPaper,

    /// <summary>There is nothing but white space.</summary>
    Empty,

    /// <summary>It has characters that text doesn't have: a file of another kind.</summary>
    Binary,
}

/// <summary>What was understood of a council paper. Everything that was not found is null or empty, and a finding says so.</summary>
public sealed record Reading
{
    /// <summary>Whether it could be read as a paper at all.</summary>
    public required ReadingOutcome Outcome { get; init; }

    /// <summary>Why it is not a paper, in German; null when it is one.</summary>
    public string? ReasonGerman { get; init; }

    /// <summary>Why it is not a paper, in English; null when it is one.</summary>
    public string? ReasonEnglish { get; init; }

    /// <summary>The kind of paper.</summary>
    public Found<PaperKind>? Kind { get; init; }

    /// <summary>Its number, such as <c>VL-320/2022</c>.</summary>
    public Found<string>? Reference { get; init; }

    /// <summary>What it is about.</summary>
    public Found<string>? Subject { get; init; }

    /// <summary>The office that wrote it.</summary>
    public Found<string>? Office { get; init; }

    /// <summary>The day it was written.</summary>
    public Found<DateOnly>? Date { get; init; }

    /// <summary>Who to ask. Names are personal data: for internal use only, never for publication.</summary>
    public IReadOnlyList<Found<Clerk>> Clerks { get; init; } = [];

    /// <summary>The organizations that deal with it, in the paper's order.</summary>
    public IReadOnlyList<Found<PlannedConsultation>> Consultations { get; init; } = [];

    /// <summary>The wording that is to be decided.</summary>
    public Found<string>? Resolution { get; init; }

    /// <summary>What it says about money.</summary>
    public Found<string>? FinancialEffects { get; init; }

    /// <summary>Why.</summary>
    public Found<string>? Reasoning { get; init; }

    /// <summary>Who is in charge of what is ordered.</summary>
    public Found<string>? LeadUnit { get; init; }

    /// <summary>The events that the paper plans, and their cost.</summary>
    public Programme Programme { get; init; } = new([], null, null, []);

    /// <summary>Titles of the Themenfelder, in order.</summary>
    public IReadOnlyList<Found<string>> TopicAreas { get; init; } = [];

    /// <summary>How fast the Themenfelder follow each other.</summary>
    public Found<Cadence>? Cadence { get; init; }

    /// <summary>When the work is to be done.</summary>
    public Found<Deadline>? Deadline { get; init; }

    /// <summary>Who is to take part.</summary>
    public IReadOnlyList<Found<StakeholderGroup>> StakeholderGroups { get; init; } = [];

    /// <summary>What is missing, doubtful or contradictory.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Short for <see cref="Outcome"/> being <see cref="ReadingOutcome.Paper"/>.</summary>
    public bool IsPaper => Outcome == ReadingOutcome.Paper;
}
