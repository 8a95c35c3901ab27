using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;

namespace Integrationskonzept.Portal.Pages.Papers;

/// <summary>What an organization decided, as it is entered.</summary>
public sealed class DecisionForm
{
    /// <summary>Which consultation.</summary>
    public string? Number { get; set; }
    public int Version { get; set; }
    public string? Outcome { get; set; }
    public string? DecidedOn { get; set; }
    public string? ChangedResolution { get; set; }
    public string? Yes { get; set; }
    public string? No { get; set; }
    public string? Abstained { get; set; }

    /// <exception cref="Unreadable">A day or number is none, or votes were counted only in part.</exception>
    public Decision ToDecision() =>
        new()
        {
            Outcome = Outcome.ToChoice<Outcome>() ?? throw new Unreadable("outcome", Unreadable.Choose),
            DecidedOn = DecidedOn.ToDate("decidedOn"),
            ChangedResolution = ChangedResolution.OrNull(),
            Votes = (Yes + No + Abstained).OrNull() is null
                ? null
                : new()
                {
                    Yes = Counted(Yes, "votes.yes"),
                    No = Counted(No, "votes.no"),
                    Abstained = Counted(Abstained, "votes.abstained"),
                },
        };

    static int Counted(string? field, string api) => field.ToWhole(api) ?? throw new Unreadable(api, Unreadable.Uncounted);
}
