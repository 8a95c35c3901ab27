using System.Security.Cryptography;
using System.Text;
using Integrationskonzept.Scheduling.Attendance.Links;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Telling.Calendars;

/// <summary>
/// The secret address of a person's own calendar. Its secret stands in the query, which our traces leave out; found by its hash, kept
/// encrypted to be named again in later mails.
/// </summary>
sealed class PersonalCalendars(SchedulingDb db, IDataProtectionProvider protection, SealedLinks links)
{
    readonly IDataProtector protector = protection.CreateProtector("calendar-key");

    /// <summary>The address; made when there is none, or when a new one is asked for, which makes the old one void.</summary>
    public async Task<string> AddressAsync(Guid contactId, CancellationToken ct, bool renew = false)
    {
        var key = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(24));
        var contacts = db.Contacts.Where(row => row.Id == contactId);
        await contacts
            .Where(row => renew || row.CalendarKey == null)
            .ExecuteUpdateAsync(
                row =>
                    row.SetProperty(contact => contact.CalendarKey, protector.Protect(key))
                        .SetProperty(contact => contact.CalendarKeyHash, HashOf(key)),
                ct
            );
        var stored = await contacts.Select(row => row.CalendarKey).SingleOrDefaultAsync(ct) ?? throw new NotFoundProblem();
        return links.Page($"calendar/mine.ics?secret={protector.Unprotect(stored)}");
    }

    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
