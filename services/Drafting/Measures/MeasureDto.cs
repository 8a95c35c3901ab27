using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Drafting.Measures;

/// <summary>A measure of the concept.</summary>
public sealed record MeasureDto : IVersioned
{
    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>Number as printed, such as <c>1.2</c>.</summary>
    public required string Number { get; init; }

    /// <summary>Place in its topic area, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>The chapter that it stands in.</summary>
    public required string SectionKey { get; init; }

    /// <summary>What it is.</summary>
    public required MeasureProposal Measure { get; init; }

    /// <summary>What is planned, as data; absent where nothing was said.</summary>
    public MeasurePlan? Plan { get; init; }

    /// <summary>The goal that it serves, if any.</summary>
    public Guid? GoalId { get; init; }

    /// <summary>What it still lacks.</summary>
    public required IReadOnlyList<MeasureGap> Missing { get; init; }

    internal static MeasureDto From(Measure measure) =>
        new()
        {
            Version = measure.Version,
            Number = measure.Number,
            Position = measure.Position,
            SectionKey = measure.SectionKey,
            Measure = measure.Proposal,
            Plan = measure.Plan,
            GoalId = measure.GoalId,
            Missing = MeasureGaps.Of(measure.Proposal, measure.Plan),
        };
}

/// <param name="Measure">The measure.</param>
/// <param name="Contributions">The contributions that it came of.</param>
/// <param name="TopicAreaKey">The topic area in which they were made.</param>
/// <param name="MandateId">The paper that ordered the concept.</param>
/// <param name="MandateReference">Its reference.</param>
public sealed record MeasureTrace(
    MeasureDto Measure,
    IReadOnlyList<ContributionSource> Contributions,
    string TopicAreaKey,
    Guid MandateId,
    string MandateReference
);
