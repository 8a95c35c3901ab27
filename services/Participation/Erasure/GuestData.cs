using System.Runtime.CompilerServices;
using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Balance;
using Integrationskonzept.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Participation.Erasure;

/// <summary>
/// The marks of somebody who was invited to events or registered: they go for good, the numbers by group stay. Marks of an address that
/// they had before go as well: Scheduling, which knows whose they are, tells of it.
/// </summary>
[InChargeOf("event_guests")]
sealed class GuestData(ParticipationDb db, IOptions<GuestOptions> options) : IPersonalData
{
    public DataClass Class { get; } =
        new(
            "event-guests",
            new("Wer eingeladen und angemeldet ist", "Who is invited and registered"),
            new(
                "Ein Kennzeichen Ihrer Mailadresse je Veranstaltung, zu der Sie eingeladen oder angemeldet sind, mit Ihrer Gruppe",
                "A mark of your mail address for each event that you are invited to or registered for, with your group"
            ),
            new("Niemanden zweimal einladen; Anteile der Gruppen", "Inviting nobody twice; shares of the groups"),
            LegalBasis.PublicTask,
            new(
                $"nach der Veranstaltung; die Zahlen je Gruppe, ohne Kennzeichen, {options.Value.KeepNumbers.Days} Tage",
                $"after the event; the numbers by group, without marks, {options.Value.KeepNumbers.Days} days"
            ),
            options.Value.KeepMarks,
            new("Kennzeichen werden gelöscht.", "Marks are deleted.")
        );

    public async IAsyncEnumerable<object> FindAsync(Person person, [EnumeratorCancellation] CancellationToken ct)
    {
        var marks = await MarksAsync(person, ct);
        var rows = db
            .EventGuests.AsNoTracking()
            .Where(row => marks.Contains(row.Mark!))
            .OrderBy(row => row.Id)
            .Select(row => new
            {
                row.EventId,
                row.Standing,
                row.Group,
                row.NotedAt,
            });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
            yield return row;
    }

    public async Task EraseAsync(Person person, ErasedRows rows, CancellationToken ct)
    {
        var (marks, until) = (await MarksAsync(person, ct), person.Until);
        rows.Add(
            "event_guests",
            await db
                .EventGuests.Where(row => marks.Contains(row.Mark!) && row.NotedAt <= until)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Mark, (string?)null).SetProperty(row => row.IsForgotten, true), ct)
        );
    }

    async Task<List<string>> MarksAsync(Person person, CancellationToken ct) =>
        person.Address.Length == 0
            ? []
            :
            [
                .. (await db.EventGuests.Where(row => row.Mark != null).Select(row => row.EventId).Distinct().ToListAsync(ct)).Select(id =>
                    EventGuestNoted.MarkOf(id, person.Address)
                ),
            ];
}
