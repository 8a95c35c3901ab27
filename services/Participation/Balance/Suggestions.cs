using Integrationskonzept.Contracts;
using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.Participation.Groups;
using Integrationskonzept.Participation.Organisations;
using Integrationskonzept.Participation.Persons;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Participation.Balance;

/// <summary>
/// Whom to invite to an event so that the groups come nearer to their targets: those of groups that lack, who agreed to be contacted, not
/// too long ago, and are not asked yet. An organisation is asked once any of its contacts is.
/// </summary>
sealed class Suggestions(ParticipationDb db, TenantClock clock, IOptions<PersonOptions> options)
{
    internal const int Most = 50;

    public async Task<InvitationSuggestionsDto> FindAsync(Guid eventId, CancellationToken ct)
    {
        var row = await db.EventRecords.AsNoTracking().GetAsync(eventId, ct);
        var settled = await db.GroupsAsync(ct);
        var balance = GroupBalance.Of((await db.GuestNumbersAsync(eventId, ct)).Of(GuestStanding.Registered), settled);
        var found = new List<InvitationSuggestion>();
        if (row.IsAhead(clock.GetUtcNow()))
        {
            var asked = await db.GuestMarksAsync(eventId, ct);
            var oldest = options.Value.Oldest(await clock.TodayAsync(ct));
            foreach (var lacking in balance.Groups.Where(share => share.Gap > 0).OrderByDescending(share => share.Gap))
                await AddAsync(found, lacking, eventId, asked, oldest, ct);
        }
        return new(balance.Groups.Any(share => share.TargetPercent is not null), found);
    }

    async Task AddAsync(
        List<InvitationSuggestion> found,
        GroupShare lacking,
        Guid eventId,
        HashSet<string> asked,
        DateOnly oldest,
        CancellationToken ct
    )
    {
        var reason = InvitationSuggestion.Because(lacking);
        var organisations = db.Organisations.AsNoTracking().Where(row => row.Group == lacking.Group).OrderBy(row => row.Id);
        await foreach (var one in organisations.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (found.Count == Most)
                return;
            var contacts = one.Contacts.Where(contact => contact.ConsentedOn >= oldest).ToList();
            // By whom it was asked does not matter, nor whether that one has agreed to be written to since.
            if (one.Contacts.Any(IsAsked) || Best(contacts) is not { } contact)
                continue;
            found.Add(new(SuggestedKind.Organisation, one.Id, one.Name, one.Group, reason, contact, CanBeMailed(contact), one.Languages));
        }
        var persons = db
            .StakeholderPersons.AsNoTracking()
            .Where(row => row.Group == lacking.Group && row.ConsentedOn >= oldest)
            .OrderBy(row => row.Id);
        await foreach (var one in persons.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (found.Count == Most)
                return;
            if (!IsAsked(one.Contact))
                found.Add(
                    new(SuggestedKind.Person, one.Id, one.Name, one.Group, reason, one.Contact, CanBeMailed(one.Contact), one.Languages)
                );
        }

        bool IsAsked(Contact contact) =>
            contact.Email is { } address && asked.Contains(EventGuestNoted.MarkOf(eventId, MailAddresses.KeyOf(address)));
    }

    /// <summary>Who can be written to goes before who can only be called.</summary>
    static Contact? Best(List<Contact> contacts) => contacts.Find(CanBeMailed) ?? contacts.Find(contact => contact.Phone is not null);

    static bool CanBeMailed(Contact contact) => contact.Email is { } address && MailAddresses.IsValid(address.Trim());
}
