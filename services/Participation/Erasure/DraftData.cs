using Integrationskonzept.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Erasure;

/// <summary>What somebody has begun to write: theirs alone.</summary>
[InChargeOf("drafts")]
sealed class DraftData(ParticipationDb db) : IPersonalData
{
    public DataClass Class { get; } =
        new(
            "drafts",
            new("Entwürfe", "Drafts"),
            new("Was Sie begonnen und nicht abgesendet haben", "What you have begun to write and not submitted"),
            new("Sie können später weiterschreiben.", "You can go on later."),
            LegalBasis.PublicTask,
            new("bis Sie den Entwurf absenden oder verwerfen", "until you submit or discard the draft"),
            null,
            new("Werden gelöscht.", "Are deleted.")
        );

    public IAsyncEnumerable<object> FindAsync(Person person, CancellationToken ct) =>
        db
            .Drafts.AsNoTracking()
            .Where(row => row.Author == person.Subject)
            .OrderBy(row => row.Id)
            .Select(row => new
            {
                row.Id,
                row.TopicAreaId,
                row.Kind,
                row.Title,
                row.Text,
                row.Language,
                row.Group,
                row.SavedAt,
            })
            .AsAsyncEnumerable();

    public async Task EraseAsync(Person person, ErasedRows rows, CancellationToken ct) =>
        rows.Add("drafts", await db.Drafts.Where(row => row.Author == person.Subject).ExecuteDeleteAsync(ct));
}
