namespace Integrationskonzept.Drafting.Tracing;

/// <summary>What a trace leads through, in the order in which one comes of the other.</summary>
public enum TraceKind
{
    /// <summary>A contribution; its id.</summary>
    Contribution,

    /// <summary>The results of a topic area; its key within the concept.</summary>
    Record,

    /// <summary>A goal; its id.</summary>
    Goal,

    /// <summary>A measure; its id.</summary>
    Measure,

    /// <summary>A chapter; its key.</summary>
    Section,

    /// <summary>A text that a chapter has or had; <c>{key}/{number}</c>.</summary>
    Revision,

    /// <summary>A milestone; its number.</summary>
    Milestone,

    /// <summary>The mandate, or a paper that puts a milestone before the organizations; its id.</summary>
    Paper,

    /// <summary>What an organization decided on a paper; <c>{paper}/{number of the consultation}</c>.</summary>
    Decision,

    /// <summary>The edition; its number.</summary>
    Edition,
}

/// <summary>How one thing of a trace comes of another.</summary>
public enum TraceEdgeKind
{
    /// <summary>The mandate's decision ordered the topic area.</summary>
    Ordered,

    /// <summary>The results of the topic area hold the contribution.</summary>
    GatheredIn,

    /// <summary>A goal or measure names the contribution.</summary>
    LedTo,

    /// <summary>A goal or measure came with the results.</summary>
    ResultedIn,

    /// <summary>The results filled the chapter.</summary>
    Filled,

    /// <summary>The measure serves the goal.</summary>
    ServedBy,

    /// <summary>A goal or measure stands in the chapter.</summary>
    StandsIn,

    /// <summary>The chapter has or had the text.</summary>
    WrittenAs,

    /// <summary>The milestone holds it.</summary>
    FrozenIn,

    /// <summary>The paper puts the milestone before the organizations.</summary>
    SubmittedBy,

    /// <summary>An organization decided on the paper.</summary>
    DecidedBy,

    /// <summary>The decision made the edition.</summary>
    AdoptedAs,
}

/// <param name="Kind">What it is.</param>
/// <param name="Id">Id, key or number, as its kind says.</param>
/// <param name="Label">What it is called; of a contribution the beginning of its text.</param>
/// <param name="State">How far it is, where it has states: of a contribution its kind, of a decision the outcome.</param>
/// <param name="At">When it was written or frozen.</param>
/// <param name="On">Day of a decision.</param>
/// <param name="Link">Where it is read: in the API, an edition on the site. None for who may not, and for what was withdrawn.</param>
public sealed record TraceNode(
    TraceKind Kind,
    string Id,
    string Label,
    string? State = null,
    DateTimeOffset? At = null,
    DateOnly? On = null,
    string? Link = null
);

/// <param name="From">What came first, <c>{kind}:{id}</c>.</param>
/// <param name="To">What came of it.</param>
/// <param name="Kind">How.</param>
public sealed record TraceEdge(string From, string To, TraceEdgeKind Kind);

/// <summary>All that leads to something, and all that it leads to.</summary>
/// <param name="Of">What was asked for, <c>{kind}:{id}</c>; absent where the whole is told.</param>
/// <param name="Nodes">The things, in the order of their kinds and then in reading order.</param>
/// <param name="Edges">What came of what, between these.</param>
public sealed record ConceptTrace(string? Of, IReadOnlyList<TraceNode> Nodes, IReadOnlyList<TraceEdge> Edges);
