using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Contracts;

namespace Integrationskonzept.Drafting.Papers;

/// <summary>What a paper says.</summary>
public sealed record PaperContent
{
    /// <summary>Betreff.</summary>
    [MaxLength(500)]
    public required string Subject { get; init; }

    /// <summary>The office that submits it, such as <c>Sozialamt</c>.</summary>
    [MaxLength(300)]
    public string? Office { get; init; }

    /// <summary>Date of the paper.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Sachbearbeitung. Personal data: shown to staff only, never published.</summary>
    public IReadOnlyList<string> Clerks { get; init; } = [];

    /// <summary>The unit that is put in charge (Federführung).</summary>
    [MaxLength(300)]
    public string? LeadUnit { get; init; }

    /// <summary>Beschlussvorschlag.</summary>
    [MaxLength(20_000)]
    public required string Resolution { get; init; }

    /// <summary>Finanzielle Auswirkungen.</summary>
    [MaxLength(20_000)]
    public string? FinancialEffects { get; init; }

    /// <summary>Begründung.</summary>
    [MaxLength(200_000)]
    public string? Reasoning { get; init; }

    /// <summary>The events that are ordered.</summary>
    public IReadOnlyList<ProgrammeItem> Programme { get; init; } = [];

    /// <summary>The total that the paper states, in euros.</summary>
    [Range(0, 1e9)]
    public decimal? StatedTotal { get; init; }

    /// <summary>The Themenfelder, in the order of the paper.</summary>
    public IReadOnlyList<string> TopicAreas { get; init; } = [];

    /// <summary>Months for one topic area; 2 for "alle zwei Monate ein Themenfeld".</summary>
    [Range(1, 24)]
    public int? MonthsPerTopicArea { get; init; }

    /// <summary>Last day of the work.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>Count × unit cost over all events, in euros.</summary>
    public decimal ComputedTotal => Programme.Sum(item => item.Total);
}

/// <summary>One step of the Beratungsfolge (OParl Consultation).</summary>
/// <param name="Number">Position, from 1.</param>
/// <param name="Organization">Name of the organization, as the Landkreis writes it.</param>
/// <param name="Date">Day of the meeting, if known.</param>
/// <param name="AgendaItem">Number on the agenda (TOP), if known.</param>
/// <param name="Role">What the organization does with it.</param>
/// <param name="Authoritative">True for the organization whose decision is binding.</param>
/// <param name="Decision">Its result, once there is one.</param>
public sealed record Consultation(
    int Number,
    [MaxLength(200)] string Organization,
    DateOnly? Date,
    [MaxLength(20)] string? AgendaItem,
    ConsultationRole Role,
    bool Authoritative,
    Decision? Decision
);

/// <summary>What an organization does with a paper: Entscheidung, Vorberatung, Anhörung, Kenntnisnahme.</summary>
public enum ConsultationRole
{
    Decision,
    Preparation,
    Hearing,
    Notice,
}

/// <summary>The result of a consultation (Beschluss).</summary>
/// <param name="Outcome">What was decided.</param>
/// <param name="DecidedOn">Day of the decision.</param>
/// <param name="ChangedResolution">The wording as changed; only with <c>adoptedWithChanges</c>.</param>
/// <param name="Votes">The votes, if counted.</param>
public sealed record Decision(
    Outcome Outcome,
    DateOnly DecidedOn,
    [MaxLength(20_000)] string? ChangedResolution = null,
    Votes? Votes = null
);

/// <summary>What an organization can decide.</summary>
public enum Outcome
{
    Adopted,
    AdoptedWithChanges,
    Deferred,
    Rejected,
    Noted,
}

/// <param name="Yes">Votes in favour.</param>
/// <param name="No">Votes against.</param>
/// <param name="Abstained">Abstentions.</param>
public sealed record Votes([Range(0, 1000)] int Yes, [Range(0, 1000)] int No, [Range(0, 1000)] int Abstained);

/// <summary>Something that reading the paper left open, with its place in the text.</summary>
/// <param name="Code">Stable name, such as <c>total-differs</c>.</param>
/// <param name="Severity"><c>error</c>, <c>warning</c> or <c>info</c>.</param>
/// <param name="Field">The field it is about.</param>
/// <param name="German">For people, in German.</param>
/// <param name="English">For people, in English.</param>
/// <param name="Position">Where in the text; none if the thing is missing.</param>
public sealed record PaperFinding(string Code, string Severity, string Field, string German, string English, TextPosition? Position);

/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Offset">Characters before it.</param>
/// <param name="Length">Length in characters.</param>
public sealed record TextPosition(int Line, int Column, int Offset, int Length);
