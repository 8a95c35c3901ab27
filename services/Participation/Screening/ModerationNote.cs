namespace Integrationskonzept.Participation.Screening;

/// <summary>How far an appeal is.</summary>
public enum AppealState
{
    /// <summary>It waits for another person to decide.</summary>
    Waiting,

    /// <summary>It was looked at once more, and stays hidden.</summary>
    Rejected,
}

/// <summary>Why not all see something, and what its author can do; told to the author and to moderators.</summary>
public sealed record ModerationNote
{
    /// <summary>Id of the case; by it the author appeals.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Why it waits; absent if it is hidden.</summary>
    public HeldFor? HeldFor { get; init; }

    /// <summary>Why it is hidden; absent if it waits.</summary>
    public ReasonKind? Reason { get; init; }

    /// <summary>What whoever decided says to the author.</summary>
    public string? ReasonText { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>True if the caller wrote it and can ask for another look.</summary>
    public bool MayAppeal { get; init; }

    /// <summary>How far the author's appeal is.</summary>
    public AppealState? Appeal { get; init; }

    /// <summary>What whoever looked at the appeal says to the author.</summary>
    public string? AppealAnswer { get; init; }

    /// <summary>Of all cases of one item, in their order: the last one that keeps it from others.</summary>
    internal static ModerationNote? Of(IReadOnlyList<ModerationCase> cases, string caller)
    {
        var last = cases.LastOrDefault(row => row.Outcome == CaseOutcome.Hidden || (row is { IsOpen: true, Kind: CaseKind.Held }));
        if (last is null)
            return null;
        var appeal = cases.LastOrDefault(row => row.AppealOf == last.Id);
        return new()
        {
            CaseId = last.Id,
            HeldFor = last.IsOpen ? last.HeldFor : null,
            Reason = last.Reason,
            ReasonText = last.ReasonText,
            Since = last.DecidedAt ?? last.OpenedAt,
            MayAppeal = last is { Outcome: CaseOutcome.Hidden, Appealed: false } && last.Author == caller,
            Appeal =
                appeal is null ? null
                : appeal.IsOpen ? AppealState.Waiting
                : AppealState.Rejected,
            AppealAnswer = appeal?.ReasonText,
        };
    }
}
