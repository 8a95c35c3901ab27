using Integrationskonzept.Contracts;

namespace Integrationskonzept.Drafting.Measures;

/// <summary>What a measure still lacks before an organization can judge it, and before anybody can follow it up.</summary>
public enum MeasureGap
{
    /// <summary>Nobody is responsible.</summary>
    Owner,

    /// <summary>No month in which it begins or ends.</summary>
    Period,

    /// <summary>No amount; 0 is one.</summary>
    Cost,

    /// <summary>Nothing by which its success is measured.</summary>
    Indicator,

    /// <summary>No value that is to be reached.</summary>
    Target,
}

static class MeasureGaps
{
    /// <summary>Words alone fill no gap but the owner's: what is followed up later are months, amounts and values.</summary>
    public static IReadOnlyList<MeasureGap> Of(MeasureProposal proposal, MeasurePlan? plan)
    {
        var gaps = new List<MeasureGap>();
        if (string.IsNullOrWhiteSpace(proposal.Owner))
            gaps.Add(MeasureGap.Owner);
        if ((plan?.From ?? plan?.To) is null)
            gaps.Add(MeasureGap.Period);
        if ((plan?.CostOnce ?? plan?.CostPerYear) is null)
            gaps.Add(MeasureGap.Cost);
        if (plan?.Indicator is null)
            gaps.Add(MeasureGap.Indicator);
        else if (plan.Indicator.Target is null)
            gaps.Add(MeasureGap.Target);
        return gaps;
    }
}
