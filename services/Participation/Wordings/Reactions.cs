using Integrationskonzept.Participation.Comments;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Wordings;

/// <summary>What others have made of a contribution, and would not have made of other words.</summary>
static class Reactions
{
    /// <summary>Of a contribution that is held: whoever reacts waits for it.</summary>
    public static async Task RequireNoReactionAsync(this ParticipationDb db, Contribution held, CancellationToken ct)
    {
        if (
            await db.Points.AnyAsync(row => row.ContributionId == held.Id && row.Giver != held.Author, ct)
            || await db.Supports.AnyAsync(row => row.ContributionId == held.Id && row.Supporter != held.Author, ct)
            || await db.Comments.AnyAsync(
                row => row.ContributionId == held.Id && row.State == CommentState.Published && row.Author != held.Author,
                ct
            )
            || await db.Contributions.AnyAsync(row => row.MergedInto == held.Id && row.Author != held.Author, ct)
        )
            throw new OthersHaveReacted();
    }
}

/// <summary>Others have agreed to these words.</summary>
public sealed class OthersHaveReacted()
    : ConflictProblem(
        "others-have-reacted",
        new(
            "Andere haben diesen Beitrag schon unterstützt, kommentiert oder mit Punkten bedacht; sein Wortlaut bleibt. "
                + "Ergänzen Sie ihn in einem Kommentar.",
            "Others have supported this contribution, commented on it or given it points; its words stay. Add to it in a comment."
        )
    );
