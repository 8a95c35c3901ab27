using Integrationskonzept.Participation.Invitations;
using Integrationskonzept.Participation.WaysIn;
using Integrationskonzept.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Erasure;

/// <summary>Where somebody without an account wanted a link to go: goes wholly, and the link with it.</summary>
[InChargeOf("invitations")]
sealed class WayInData(ParticipationDb db) : IPersonalData
{
    public DataClass Class { get; } =
        new(
            "contribution-links",
            new("Beitragen ohne Konto", "Contributing without an account"),
            new("Ihre Mailadresse, wenn Sie einen Link bestellt haben", "Your mail address, if you asked for a link"),
            new("Ihnen den Link schicken", "Sending you the link"),
            LegalBasis.PublicTask,
            new("bis Sie den Link benutzen, längstens sieben Tage", "until you use the link, seven days at most"),
            null,
            new("Wird gelöscht; der Link gilt nicht mehr.", "Is deleted; the link is not valid any more.")
        );

    public IAsyncEnumerable<object> FindAsync(Person person, CancellationToken ct) =>
        Of(person).AsNoTracking().Select(row => new { row.Address, row.EndsAt }).AsAsyncEnumerable();

    public async Task EraseAsync(Person person, ErasedRows rows, CancellationToken ct) =>
        rows.Add("invitations", await Of(person).ExecuteDeleteAsync(ct));

    IQueryable<Invitation> Of(Person person) =>
        db
            .Invitations.FromSql($"select * from invitations where address is not null and lower(address) = {person.Address}")
            .Where(row => row.EndsAt < person.Until + WayInEndpoints.ValidFor);
}
