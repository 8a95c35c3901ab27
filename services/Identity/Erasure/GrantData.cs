using System.Runtime.CompilerServices;
using Integrationskonzept.Identity.Members;
using Integrationskonzept.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Identity.Erasure;

/// <summary>The log of grants, which nobody can change: it names people by aliases, and the alias goes. Comes last.</summary>
[InChargeOf("grants", "person_aliases")]
sealed class GrantData(IdentityDb db, GrantLog log) : IPersonalData
{
    public DataClass Class { get; } =
        new(
            "grants",
            new("Protokoll der Rollen", "Log of roles"),
            new("Wann Sie welche Rollen bekamen, vergaben oder verloren", "When you got, gave or lost which roles"),
            new("Wer was durfte, lässt sich prüfen.", "Who was allowed what can be checked."),
            LegalBasis.Accountability,
            new(
                "solange der Landkreis teilnimmt; das Protokoll ist nicht änderbar",
                "as long as the Landkreis takes part; the log can't be changed"
            ),
            null,
            new("Bleibt, ohne Weg zu Ihnen: Ihr Deckname wird vergessen.", "Stays, without a way to you: your alias is forgotten.")
        );

    public async IAsyncEnumerable<object> FindAsync(Person person, [EnumeratorCancellation] CancellationToken ct)
    {
        if (await db.AliasOfAsync(person, ct) is not { } alias)
            yield break;
        var name = alias.ToString();
        var rows = db
            .Grants.AsNoTracking()
            .Where(row => row.AccountId == alias || row.Actor == name)
            .OrderBy(row => row.Id)
            .Select(row => new
            {
                row.At,
                row.Action,
                row.Roles,
                ByYou = row.Actor == name,
                AboutYou = row.AccountId == alias,
            });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
            yield return row;
    }

    public async Task EraseAsync(Person person, ErasedRows rows, CancellationToken ct)
    {
        if (await db.AliasOfAsync(person, ct) is null)
            return;
        log.Add(GrantAction.Erased, account: person.Id, actor: Grant.ByErasure);
        await db.SaveChangesAsync(ct);
        rows.Add("person_aliases", await db.ForgetAliasAsync(person, ct));
    }
}
