using System.Runtime.CompilerServices;
using Integrationskonzept.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Erasure;

/// <summary>
/// Lines of the audit log about what a moderator did. It can't be changed: it names people by aliases, and the alias goes.
/// </summary>
[InChargeOf("moderation_log", "person_aliases")]
sealed class ModerationLogData(ParticipationDb db) : IPersonalData
{
    public DataClass Class { get; } =
        new(
            "moderation-log",
            new("Protokoll der Moderation", "Audit log of moderation"),
            new("Bei Moderierenden: wann sie was entschieden haben", "Of moderators: when they decided what"),
            new("Entscheidungen lassen sich prüfen.", "Decisions can be checked."),
            LegalBasis.Accountability,
            new("als Teil des Vorgangs; das Protokoll ist nicht änderbar", "as part of the process; the log can't be changed"),
            null,
            new("Bleibt, ohne Weg zu Ihnen: Ihr Deckname wird vergessen.", "Stays, without a way to you: your alias is forgotten.")
        );

    public async IAsyncEnumerable<object> FindAsync(Person person, [EnumeratorCancellation] CancellationToken ct)
    {
        if (await db.AliasOfAsync(person, ct) is not { } alias)
            yield break;
        var name = alias.ToString();
        var rows = db
            .ModerationLog.AsNoTracking()
            .Where(row => row.Actor == name)
            .OrderBy(row => row.Id)
            .Select(row => new
            {
                row.At,
                row.Act,
                row.ItemId,
                row.Reason,
            });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
            yield return row;
    }

    public async Task EraseAsync(Person person, ErasedRows rows, CancellationToken ct) =>
        rows.Add("person_aliases", await db.ForgetAliasAsync(person, ct));
}
