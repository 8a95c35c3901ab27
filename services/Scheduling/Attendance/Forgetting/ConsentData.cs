using System.Runtime.CompilerServices;
using Integrationskonzept.ServiceDefaults.Persons;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Scheduling.Attendance.Forgetting;

/// <summary>When somebody gave their name or what they need, and when they took it back.</summary>
[InChargeOf("consents")]
sealed class ConsentData(SchedulingDb db, IOptions<ConsentOptions> options) : IPersonalData
{
    public DataClass Class { get; } =
        new(
            "consents",
            new("Einwilligungen zu Anmeldungen", "Consents with registrations"),
            new(
                "Wozu Sie eingewilligt haben (Name, Bedarf), in welchen Worten, wann, und wann Sie es zurücknahmen",
                "What you agreed to (name, needs), in which words, when, and when you took it back"
            ),
            new("Nachweis der Einwilligung", "Proof of the consent"),
            LegalBasis.Accountability,
            new("nach dem Eintrag", "after the entry"),
            options.Value.KeepWithdrawn,
            new("Werden gelöscht.", "Are deleted.")
        );

    public async IAsyncEnumerable<object> FindAsync(Person person, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in db.ConsentsOfAsync(await db.SubjectsOfAsync(person, ct), ct))
            yield return row;
    }

    public async Task EraseAsync(Person person, ErasedRows rows, CancellationToken ct) =>
        rows.Add("consents", await db.ForgetConsentsAsync(await db.SubjectsOfAsync(person, ct), ct));
}
