using System.Globalization;
using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.ServiceDefaults.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Contacts;

/// <summary>Finds and keeps how people are reached.</summary>
sealed class ContactBook(SchedulingDb db, TimeProvider time)
{
    /// <summary>The language that the request asks for.</summary>
    public static MailLanguage OfRequest =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? MailLanguage.En : MailLanguage.De;

    /// <summary>Keeps the address that the caller's token names; integrations have none, and get no mail.</summary>
    public async Task KeepAsync(Caller caller, MailLanguage? language, CancellationToken ct)
    {
        if (caller.Email is not { Length: > 0 } address)
            return;
        var subject = caller.Id;
        var key = MailAddresses.KeyOf(address);
        var known = await db.Contacts.SingleOrDefaultAsync(row => row.Subject == subject, ct);
        if (known is null)
            db.Contacts.Add(Contact.OfAccount(subject, address, language ?? OfRequest));
        else
        {
            known.Address = address;
            known.AddressKey = key;
            known.Language = language ?? OfRequest;
        }
    }

    /// <summary>Somebody without an account, by an address that is confirmed.</summary>
    public async Task<Contact> GuestAsync(string address, MailLanguage language, CancellationToken ct)
    {
        var key = MailAddresses.KeyOf(address);
        var known = await db.Contacts.SingleOrDefaultAsync(row => row.AddressKey == key && row.Subject.StartsWith(Contact.GuestPrefix), ct);
        if (known is null)
            db.Contacts.Add(known = Contact.OfGuest(address, language));
        else
            known.Language = language;
        return known;
    }

    public Task<bool> IsUndeliverableAsync(string address, CancellationToken ct)
    {
        var hash = MailAllowance.HashOf(address);
        return db.UndeliverableAddresses.AnyAsync(row => row.AddressHash == hash, ct);
    }

    public async Task MarkUndeliverableAsync(string address, string code, CancellationToken ct)
    {
        if (!await IsUndeliverableAsync(address, ct))
            db.UndeliverableAddresses.Add(
                new()
                {
                    AddressHash = MailAllowance.HashOf(address),
                    Code = code,
                    Since = time.GetUtcNow(),
                }
            );
    }
}

static class ContactSetup
{
    public static void AddContacts(this WebApplicationBuilder builder) => builder.Services.AddScoped<ContactBook>();
}
