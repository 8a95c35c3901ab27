using System.Runtime.CompilerServices;
using Integrationskonzept.Contracts;
using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.Scheduling.Attendance.Contacts;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Scheduling.Attendance.Forgetting;

/// <summary>How somebody is reached: theirs alone. Comes last, as it says which guest they are.</summary>
[InChargeOf("contacts", "invitations", "registration_requests")]
sealed class ContactData(SchedulingDb db, GuestNews guests, IOptions<RegistrationOptions> options) : IPersonalData
{
    public DataClass Class { get; } =
        new(
            "contacts",
            new("Mailadressen", "Mail addresses"),
            new(
                "Ihre Mailadresse und Sprache, Einladungen an sie, unbestätigte Anfragen, der Schlüssel Ihres Kalenders",
                "Your mail address and language, invitations to it, requests that are not confirmed, the key of your calendar"
            ),
            new("Mails zu Ihren Anmeldungen; Ihr Kalender-Abo", "Mails about your registrations; your calendar subscription"),
            LegalBasis.PublicTask,
            new(
                "nach Ihrer letzten Veranstaltung; Einladungen bis zum Tag danach, unbestätigte Anfragen 7 Tage",
                "after your last event; invitations until the day after, requests that are not confirmed 7 days"
            ),
            options.Value.KeepContacts,
            new("Werden gelöscht, auch wartende Mails.", "Are deleted, with mails that wait.")
        );

    public async IAsyncEnumerable<object> FindAsync(Person person, [EnumeratorCancellation] CancellationToken ct)
    {
        var contacts = db.ContactsOf(person)
            .AsNoTracking()
            .Select(row => new
            {
                row.Address,
                row.Language,
                HasCalendar = row.CalendarKeyHash != null,
            });
        await foreach (var row in contacts.AsAsyncEnumerable().WithCancellation(ct))
            yield return row;
        var invitations = db
            .Invitations.AsNoTracking()
            .Where(row => row.AddressKey == person.Address)
            .Select(row => new
            {
                InvitedTo = row.EventId,
                row.Address,
                row.Group,
                row.InvitedAt,
                row.UsedAt,
            });
        await foreach (var row in invitations.AsAsyncEnumerable().WithCancellation(ct))
            yield return row;
        var requests = db
            .RegistrationRequests.FromSql($"select * from registration_requests where lower(address) = {person.Address}")
            .AsNoTracking()
            .Select(row => new
            {
                RequestedFor = row.EventId,
                row.Address,
                row.Name,
                row.Organisation,
                row.AccessNeeds,
                row.RequestedAt,
            });
        await foreach (var row in requests.AsAsyncEnumerable().WithCancellation(ct))
            yield return row;
    }

    public async Task EraseAsync(Person person, ErasedRows rows, CancellationToken ct)
    {
        var contacts = db.ContactsOf(person);
        if (person.Address.Length > 0)
            await EraseAddressAsync(person, contacts, rows, ct);
        rows.Add("contacts", await contacts.ExecuteDeleteAsync(ct));
    }

    /// <summary>What only the address leads to; what came after they asked to be forgotten is not theirs.</summary>
    async Task EraseAddressAsync(Person person, IQueryable<Contact> contacts, ErasedRows rows, CancellationToken ct)
    {
        var (address, until) = (person.Address, person.Until);
        var invitations = db.Invitations.Where(row => row.AddressKey == address && row.InvitedAt <= until);
        var requests = db.RegistrationRequests.FromSql(
            $"select * from registration_requests where lower(address) = {address} and requested_at <= {until}"
        );
        Guid[] about =
        [
            .. await invitations.Select(row => row.Id).ToListAsync(ct),
            .. await requests.Select(row => row.Id).ToListAsync(ct),
            .. await contacts.Select(row => row.Id).ToListAsync(ct),
        ];
        rows.Add("mails", await db.ForgetMailsAsync(about, ct));
        rows.Add("invitations", await guests.ForgetAsync(invitations, GuestStanding.Invited, ct));
        rows.Add(
            "registration_requests",
            await db.Database.ExecuteSqlAsync(
                $"delete from registration_requests where lower(address) = {address} and requested_at <= {until}",
                ct
            )
        );
        var hash = MailAllowance.HashOf(address);
        rows.Add(
            "undeliverable_addresses",
            await db.UndeliverableAddresses.Where(row => row.AddressHash == hash && row.Since <= until).ExecuteDeleteAsync(ct)
        );
    }
}
