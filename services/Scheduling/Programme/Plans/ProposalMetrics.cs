using System.Diagnostics.Metrics;
using Integrationskonzept.Planning;

namespace Integrationskonzept.Scheduling.Programme.Plans;

/// <summary>How planning goes: by outcome, and how long it takes.</summary>
sealed class ProposalMetrics
{
    readonly Counter<long> proposals;
    readonly Histogram<double> proposalSeconds;

    readonly TimeProvider time;

    public ProposalMetrics(IMeterFactory meters, TimeProvider time)
    {
        this.time = time;
        var meter = meters.Create("Integrationskonzept.Planning");
        proposals = meter.CreateCounter<long>("planning.proposals", description: "Plans asked for, by outcome");
        proposalSeconds = meter.CreateHistogram<double>(
            "planning.proposal.duration",
            "s",
            "Time to a proposal or to the reason why there is none"
        );
    }

    public PlanOutcome Measure(Func<PlanOutcome> plan)
    {
        var started = time.GetTimestamp();
        var outcome = plan();
        var tag = new KeyValuePair<string, object?>("outcome", outcome is PlanRefusal refusal ? refusal.Why.Code : "proposed");
        proposals.Add(1, tag);
        proposalSeconds.Record(time.GetElapsedTime(started).TotalSeconds, tag);
        return outcome;
    }
}
