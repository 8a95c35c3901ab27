using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Contributions;

/// <summary>How contributions come past the rules of moderation.</summary>
static class ScreenedContributions
{
    /// <summary>When the caller made contributions; what others took over from a board does not count.</summary>
    public static IQueryable<DateTimeOffset> MadeBy(this ParticipationDb db, Caller caller)
    {
        var author = caller.Id;
        return db
            .Contributions.Where(row => row.Author == author && row.Source == ContributionOrigin.Account)
            .Select(row => row.SubmittedAt);
    }

    /// <summary>Stores it: for all to see and to find, or for moderators to look at first.</summary>
    public static async Task AddScreenedAsync(this ParticipationDb db, Screen screen, Contribution row, CancellationToken ct)
    {
        db.Contributions.Add(row);
        await db.SaveScreenedAsync(screen, row, ct);
    }

    /// <summary>The same for one with new words, or with something new beside them, such as what a picture shows; it is held.</summary>
    public static async Task SaveScreenedAsync(
        this ParticipationDb db,
        Screen screen,
        Contribution row,
        CancellationToken ct,
        string beside = ""
    )
    {
        if (await screen.LookAtAsync(row.Title, $"{row.Text} {beside}", ct) is { } hold)
        {
            row.Hold();
            await screen.PutOnHoldAsync(row.Item, hold, ct);
        }
        await db.SaveChangesAsync(ct);
        if (row.State == ContributionState.Held)
            await db.ContributionWords.Where(word => word.ContributionId == row.Id).ExecuteDeleteAsync(ct);
        else
            await db.IndexWordsAsync(row.Id, ct);
    }
}
