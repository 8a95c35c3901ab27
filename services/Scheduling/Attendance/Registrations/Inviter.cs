using Integrationskonzept.Contracts;
using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.Scheduling.Attendance.Contacts;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <summary>Asks an address to come, once per event, whatever the reason. <c>SaveChangesAsync</c> tells others of it.</summary>
sealed class Inviter(SchedulingDb db, MailQueue mails, GuestNews guests, TenantContext tenant, TimeProvider clock)
{
    /// <returns>False where the address was invited before.</returns>
    public async Task<bool> InviteAsync(
        Guid eventId,
        string address,
        MailLanguage language,
        StakeholderGroup? group,
        string kind,
        CancellationToken ct
    )
    {
        var (id, key) = (SequentialId.Next(), MailAddresses.KeyOf(address));
        if (
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into invitations (tenant, id, version, event_id, address, address_key, language, "group", invited_at)
                values ({tenant.Required}, {id}, 1, {eventId}, {address}, {key}, {language.ToString()}, {group?.ToString()},
                    {clock.GetUtcNow()})
                on conflict do nothing
                """,
                ct
            ) == 0
        )
            return false;
        await mails.AddAsync(kind, id, 0, $"invitation:{id}", ct);
        guests.Invited(id, eventId, address, group);
        return true;
    }
}
