using Integrationskonzept.Participation.Comments;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Erasure;

/// <summary>What somebody has said to contributions of others: the words stay, others have answered them. What nobody saw goes.</summary>
[InChargeOf("comments")]
sealed class CommentData(ParticipationDb db, TimeProvider time) : IPersonalData
{
    public DataClass Class { get; } =
        new(
            "comments",
            new("Kommentare", "Comments"),
            new(
                "Ihre Kommentare mit Zeit und Organisation, und dass sie von Ihrem Konto sind",
                "Your comments with time and organisation, and that they are your account's"
            ),
            new("Gespräch über Beiträge", "Talk about contributions"),
            LegalBasis.PublicTask,
            new("mit dem Beitrag; bis Sie den Kommentar löschen", "with the contribution; until you delete the comment"),
            null,
            new(
                "Der Text bleibt, ohne Ihr Konto. Was noch niemand sah oder verborgen ist, wird gelöscht.",
                "The text stays, without your account. What nobody saw yet, or is hidden, is deleted."
            )
        );

    public IAsyncEnumerable<object> FindAsync(Person person, CancellationToken ct) =>
        db
            .Comments.AsNoTracking()
            .Where(row => row.Author == person.Subject)
            .OrderBy(row => row.Id)
            .Select(row => new
            {
                row.Id,
                row.ContributionId,
                row.Text,
                row.Organisation,
                row.WrittenAt,
                row.EditedAt,
                row.State,
            })
            .AsAsyncEnumerable();

    public async Task EraseAsync(Person person, ErasedRows rows, CancellationToken ct)
    {
        var own = db.Comments.Where(row => row.Author == person.Subject);
        foreach (var row in await own.Where(row => row.State != CommentState.Published).ToListAsync(ct))
        {
            row.Delete();
            await db.CloseCasesAsync(db.ModerationCases.Where(one => one.ItemId == row.Id), time.GetUtcNow(), ct);
            await db.RemoveUnlessAnsweredAsync(row, ct);
            await db.SaveChangesAsync(ct);
            rows.Add("comments", 1);
        }
        rows.Add("comments", await own.ExecuteUpdateAsync(set => set.SetProperty(row => row.Author, (string?)null), ct));
    }
}
