using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Contributions;

/// <summary>What a result can refer to.</summary>
static class CitableContributions
{
    /// <summary>Only what counts can be cited; a tombstone, or what is hidden, only by the record that cites it already.</summary>
    public static async Task RequireCitableAsync(
        this ParticipationDb db,
        Guid topicAreaId,
        IReadOnlyCollection<Guid> ids,
        IReadOnlyCollection<Guid> citedBefore,
        CancellationToken ct
    )
    {
        var citable = await db.Contributions.CountAsync(
            row =>
                row.TopicAreaId == topicAreaId
                && ids.Contains(row.Id)
                && (
                    row.State == ContributionState.Standing
                    || ((row.State == ContributionState.Withdrawn || row.State == ContributionState.Hidden) && citedBefore.Contains(row.Id))
                ),
            ct
        );
        if (citable != ids.Count)
            throw new ContributionUnknown();
    }
}

/// <summary>A result names a contribution that was not made here.</summary>
public sealed class ContributionUnknown()
    : UnprocessableProblem(
        "contribution-unknown",
        new(
            "Ein Ergebnis verweist auf einen Beitrag, den es in diesem Themenfeld nicht gibt.",
            "A result refers to a contribution that does not exist in this topic area."
        )
    );
