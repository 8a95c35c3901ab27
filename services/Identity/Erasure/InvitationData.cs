using Integrationskonzept.Identity.Members;
using Integrationskonzept.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Identity.Erasure;

/// <summary>Roles that somebody is offered and has not accepted, and what they have offered to others and nobody accepted yet.</summary>
[InChargeOf("invitations")]
sealed class InvitationData(IdentityDb db, GrantLog log) : IPersonalData
{
    public DataClass Class { get; } =
        new(
            "invitations",
            new("Einladungen zu Rollen", "Invitations to roles"),
            new("Mailadresse, angebotene Rollen, von wem", "Mail address, roles offered, by whom"),
            new("Sie können eine Rolle annehmen.", "You can accept a role."),
            LegalBasis.PublicTask,
            new("nach dem Angebot, oder bis Sie annehmen", "after the offer, or until you accept"),
            Invitation.ValidFor,
            new("Werden gelöscht, auch wartende Mails.", "Are deleted, with mails that wait.")
        );

    public IAsyncEnumerable<object> FindAsync(Person person, CancellationToken ct) =>
        db
            .Invitations.AsNoTracking()
            .Where(row => row.UserName == person.Address || row.InvitedBy == person.Subject)
            .Select(row => new
            {
                ToYou = row.UserName == person.Address,
                ByYou = row.InvitedBy == person.Subject,
                row.Roles,
                row.ExpiresAt,
            })
            .AsAsyncEnumerable();

    public async Task EraseAsync(Person person, ErasedRows rows, CancellationToken ct)
    {
        var until = person.UntilId;
        var offers = await db
            .Invitations.Where(row => (row.UserName == person.Address && row.Id < until) || row.InvitedBy == person.Subject)
            .ToListAsync(ct);
        if (offers.Count == 0)
            return;
        foreach (var offer in offers)
        {
            db.Invitations.Remove(offer);
            log.Add(GrantAction.Withdrawn, invitation: offer.Id, roles: offer.Roles, actor: Grant.ByErasure);
        }
        rows.Add("invitations", offers.Count);
        var about = offers.Select(row => row.Id).ToArray();
        rows.Add("mails", await db.Database.ExecuteSqlAsync($"delete from mails where reference = any({about})", ct));
    }
}
