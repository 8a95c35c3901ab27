using System.Text.Json;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.ServiceDefaults.Persons;

/// <summary>Answers that are kept so that a repeated request does nothing twice. Every service has them.</summary>
[InChargeOf("idempotency_keys")]
sealed class RepeatedRequests(ServiceDb db) : IPersonalData
{
    /// <summary>Longer answers are lists, of which none that is kept names people by address or id.</summary>
    const int MostBytes = 256 * 1024;

    public DataClass Class { get; } =
        new(
            "answers",
            new("Antworten auf Eingaben", "Answers to what was sent"),
            new(
                "Die letzten Antworten an Ihr Konto, mit der Kennung Ihres Kontos",
                "The last answers to your account, with the id of your account"
            ),
            new("Eine Eingabe, die zweimal ankommt, wird nur einmal ausgeführt.", "What arrives twice is done only once."),
            LegalBasis.PublicTask,
            new("nach der Eingabe", "after it was sent"),
            IdempotencyHousekeeping.Keep,
            new("Werden gelöscht.", "Are deleted.")
        );

    public IAsyncEnumerable<object> FindAsync(Person person, CancellationToken ct) =>
        db
            .IdempotencyKeys.AsNoTracking()
            .Where(row => row.Caller == person.Subject)
            .Select(row => new
            {
                row.Key,
                row.CreatedAt,
                row.Status,
                row.Location,
            })
            .AsAsyncEnumerable();

    /// <summary>
    /// Also answers to others that name the person: they are kept for a day only, and a repetition is then done once more. In order, as
    /// another erasure may want the same rows; those that are not answered yet are not looked into.
    /// </summary>
    public async Task EraseAsync(Person person, ErasedRows rows, CancellationToken ct)
    {
        // As JSON writes it, too: there a plus or an umlaut is an escape. In lower case, as people write an address in any.
        var address = person.Address.ToLowerInvariant();
        var escaped = JsonEncodedText.Encode(person.Address).Value.ToLowerInvariant();
        rows.Add(
            "idempotency_keys",
            await db.Database.ExecuteSqlAsync(
                $"""
                delete from idempotency_keys where (tenant, caller, key) in (
                    select tenant, caller, key from idempotency_keys
                    where status > 0 and (caller = {person.Subject} or octet_length(body) < {MostBytes} and (
                        position(convert_to({person.Subject}, 'UTF8') in body) > 0
                        or {person.Address} <> '' and created_at <= {person.Until}
                            and (position(encode(convert_to({address}, 'UTF8'), 'escape') in lower(encode(body, 'escape'))) > 0
                                or position(encode(convert_to({escaped}, 'UTF8'), 'escape') in lower(encode(body, 'escape'))) > 0)))
                    order by caller, key for update)
                """,
                ct
            )
        );
    }
}
