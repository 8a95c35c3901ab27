using System.Runtime.CompilerServices;
using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.Scheduling.Attendance.Contacts;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Attendance.Registrations.Waitlist;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Persons;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Scheduling.Attendance.Forgetting;

/// <summary>
/// Where somebody wants to take part, or did. Seats of events ahead become free for those who wait; of events that were only numbers are
/// left.
/// </summary>
[InChargeOf("registrations", "check_ins")]
sealed class RegistrationData(
    SchedulingDb db,
    GuestNews guests,
    IServiceScopeFactory scopes,
    TenantContext tenant,
    TimeProvider time,
    IOptions<RegistrationOptions> options
) : IPersonalData
{
    public DataClass Class { get; } =
        new(
            "registrations",
            new("Anmeldungen zu Veranstaltungen", "Registrations for events"),
            new(
                "Veranstaltung, Gruppe, Organisation, Stand, ob Sie da waren; nur wenn Sie es angeben: Name und was Sie brauchen",
                "Event, group, organisation, state, whether you came; only if you say so: name and what you need"
            ),
            new(
                "Platz und Warteliste, Einlass, Bescheinigung; berichtet werden nur Zahlen je Gruppe.",
                "Seat and waitlist, the door, the certificate; only numbers by group are reported."
            ),
            LegalBasis.PublicTask,
            new(
                "nach der Veranstaltung Ihr Name; was Sie brauchen bis zum Tag danach; die Anmeldung ohne beides als Teil des Vorgangs",
                "after the event your name; what you need until the day after; the registration without both as part of the process"
            ),
            options.Value.KeepContacts,
            new(
                "Anmeldungen zu kommenden Veranstaltungen werden zurückgezogen und Plätze weitergegeben; vergangene zählen "
                    + "ohne Sie weiter.",
                "Registrations for events ahead are withdrawn and seats passed on; past ones stay counted without you."
            )
        );

    public async IAsyncEnumerable<object> FindAsync(Person person, [EnumeratorCancellation] CancellationToken ct)
    {
        var subjects = await db.SubjectsOfAsync(person, ct);
        var rows = db
            .Registrations.AsNoTracking()
            .Where(row => subjects.Contains(row.Subject))
            .OrderBy(row => row.Id)
            .Select(row => new
            {
                row.Id,
                row.EventId,
                Event = db.Events.Where(one => one.Id == row.EventId).Select(one => one.Title).FirstOrDefault(),
                Day = db.Events.Where(one => one.Id == row.EventId).Select(one => (DateOnly?)one.Day).FirstOrDefault(),
                row.State,
                row.RegisteredAt,
                row.Group,
                row.Organisation,
                row.Name,
                row.AccessNeeds,
                CheckedInAt = db
                    .CheckIns.Where(scan => scan.RegistrationId == row.Id)
                    .Select(scan => (DateTimeOffset?)scan.At)
                    .FirstOrDefault(),
            });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
            yield return row;
    }

    /// <summary>As if they withdrew themselves: under the event's lock, so that nobody is passed over.</summary>
    public async Task LeaveAsync(Person person, CancellationToken ct)
    {
        var subjects = await db.SubjectsOfAsync(person, ct);
        var active = await db
            .Registrations.AsNoTracking()
            .Where(row =>
                subjects.Contains(row.Subject)
                && row.State != RegistrationState.Withdrawn
                && row.State != RegistrationState.Refused
                && db.Events.Any(one => one.Id == row.EventId && (one.State == EventState.Planned || one.State == EventState.Confirmed))
            )
            .Select(row => new { row.Id, row.EventId })
            .ToListAsync(ct);
        foreach (var row in active)
        {
            await using var scope = scopes.CreateScopeOf(tenant.Required);
            await WithdrawAsync(scope.ServiceProvider, row.EventId, row.Id, ct);
        }
    }

    static Task<bool> WithdrawAsync(IServiceProvider services, Guid eventId, Guid id, CancellationToken ct)
    {
        var (db, allotment) = (services.GetRequiredService<SchedulingDb>(), services.GetRequiredService<Allotment>());
        return allotment.UnderLockAsync(
            eventId,
            async () =>
            {
                // Held or begun meanwhile: it stays as it was, and counts.
                if (!allotment.Event.IsAhead || allotment.Now >= allotment.Event.Start)
                    return false;
                (await db.Registrations.GetAsync(id, ct)).Withdraw();
                await db.SaveChangesAsync(ct);
                return true;
            },
            ct
        );
    }

    public async Task EraseAsync(Person person, ErasedRows rows, CancellationToken ct)
    {
        var subjects = await db.SubjectsOfAsync(person, ct);
        var own = await db.Registrations.Where(row => subjects.Contains(row.Subject)).Select(row => row.Id).ToArrayAsync(ct);
        // Begun after they had left: without its person nobody would withdraw it, and its seat would stay taken.
        var now = time.GetUtcNow();
        if (
            await db.Registrations.AnyAsync(
                row =>
                    own.Contains(row.Id)
                    && row.State != RegistrationState.Withdrawn
                    && row.State != RegistrationState.Refused
                    && db.Events.Any(one =>
                        one.Id == row.EventId && (one.State == EventState.Planned || one.State == EventState.Confirmed) && one.Start > now
                    ),
                ct
            )
        )
            throw new StillTakesPart();
        rows.Add("mails", await db.ForgetMailsAsync(own, ct));
        rows.Add(
            "registrations",
            await db.Database.ExecuteSqlAsync(
                $"""
                update registrations set version = version + 1, notice = notice + 1,
                    subject = {Person.GonePrefix} || gen_random_uuid(), name = null, access_needs = null, organisation = null,
                    ticket_secret = decode(replace(gen_random_uuid()::text, '-', ''), 'hex')
                where id = any({own})
                """,
                ct
            )
        );
        await guests.TellAsync(await db.Registrations.AsNoTracking().Where(row => own.Contains(row.Id)).ToListAsync(ct), ct);
        rows.Add(
            "check_ins",
            await db.Database.ExecuteSqlAsync($"update check_ins set by = {Person.Gone} where by = {person.Subject}", ct)
        );
    }
}

static class OwnRows
{
    /// <summary>
    /// How somebody is reached: their account, and what has their mail address, such as the guest that they were. Contacts that came into
    /// being after they asked to be forgotten are not theirs.
    /// </summary>
    public static IQueryable<Contact> ContactsOf(this SchedulingDb db, Person person)
    {
        var (subject, address, until) = (person.Subject, person.Address, person.UntilId);
        return db.Contacts.Where(row => row.Subject == subject || (row.AddressKey == address && row.Id < until));
    }

    /// <summary>As whom somebody is known here.</summary>
    public static async Task<string[]> SubjectsOfAsync(this SchedulingDb db, Person person, CancellationToken ct) =>
        [.. (await db.ContactsOf(person).Select(row => row.Subject).ToListAsync(ct)).Append(person.Subject).Distinct()];

    /// <summary>Mails about these, sent or not: they name what they are about by its id.</summary>
    public static async Task<int> ForgetMailsAsync(this SchedulingDb db, Guid[] about, CancellationToken ct) =>
        about.Length == 0 ? 0 : await db.Set<QueuedMail>().Where(mail => about.Contains(mail.Reference)).ExecuteDeleteAsync(ct);
}
