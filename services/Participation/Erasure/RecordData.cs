using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.EventRecords;
using Integrationskonzept.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Participation.Erasure;

/// <summary>What somebody has corrected in records of events, and the marks that say that they were there: the record stays.</summary>
[InChargeOf("record_corrections", "presence")]
sealed class RecordData(ParticipationDb db, IOptions<RecordOptions> options) : IPersonalData
{
    public DataClass Class { get; } =
        new(
            "corrections",
            new("Berichtigungen von Protokollen", "Corrections of records"),
            new(
                "Was Sie an Protokollen berichtigt haben, und dass es von Ihrem Konto ist; ein Kennzeichen je Veranstaltung, "
                    + "bei der Sie waren, "
                    + "bis ihr Protokoll abgeschlossen ist",
                "What you corrected in records, and that it is your account's; a mark for each event that you were at, until "
                    + "its record is locked"
            ),
            new("Richtige Protokolle", "Right records"),
            LegalBasis.PublicTask,
            new("nach dem Abschluss des Protokolls", "after the record was locked"),
            options.Value.KeepCorrectors,
            new(
                "Was berichtigt wurde, bleibt, ohne Ihr Konto. Kennzeichen werden gelöscht.",
                "What was corrected stays, without your account. Marks are deleted."
            )
        );

    public IAsyncEnumerable<object> FindAsync(Person person, CancellationToken ct) =>
        db
            .Corrections.AsNoTracking()
            .Where(row => row.Author == person.Subject)
            .OrderBy(row => row.Id)
            .Select(row => new
            {
                row.Id,
                row.EventId,
                row.Text,
                row.SubmittedAt,
                row.State,
                row.Reply,
            })
            .AsAsyncEnumerable();

    public async Task EraseAsync(Person person, ErasedRows rows, CancellationToken ct)
    {
        rows.Add(
            "record_corrections",
            await db
                .Corrections.Where(row => row.Author == person.Subject)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Author, (string?)null), ct)
        );
        var events = await db.Presence.Select(row => row.EventId).Distinct().ToListAsync(ct);
        var marks = events.Select(id => PresenceNoted.MarkOf(id, person.Subject)).ToList();
        rows.Add("presence", await db.Presence.Where(row => marks.Contains(row.Mark)).ExecuteDeleteAsync(ct));
    }
}
