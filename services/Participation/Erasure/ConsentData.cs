using Integrationskonzept.ServiceDefaults.Persons;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Participation.Erasure;

/// <summary>
/// When somebody agreed to be a contact of their organisation, or to be invited, as the coordination noted it, and when that ended.
/// </summary>
[InChargeOf("consents")]
sealed class ConsentData(ParticipationDb db, IOptions<ConsentOptions> options) : IPersonalData
{
    public DataClass Class { get; } =
        new(
            "consents",
            new("Einwilligungen als Ansprechperson oder eingeladene Person", "Consents as a contact or invited person"),
            new(
                "Ihre Mailadresse, wozu Sie eingewilligt haben, in welchen Worten, wann, und wann das endete",
                "Your mail address, what you agreed to, in which words, when, and when that ended"
            ),
            new("Nachweis der Einwilligung", "Proof of the consent"),
            LegalBasis.Accountability,
            new("nach dem Ende der Einwilligung", "after the consent has ended"),
            options.Value.KeepWithdrawn,
            new("Werden gelöscht.", "Are deleted.")
        );

    public IAsyncEnumerable<object> FindAsync(Person person, CancellationToken ct) => db.ConsentsOfAsync([person.Address], ct);

    public async Task EraseAsync(Person person, ErasedRows rows, CancellationToken ct)
    {
        rows.Add("consents", await db.ForgetConsentsAsync([person.Subject], ct));
        rows.Add("consents", await db.ForgetConsentsAsync(person.Address, person.Until, ct));
    }
}
