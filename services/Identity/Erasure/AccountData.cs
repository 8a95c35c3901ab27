using System.Runtime.CompilerServices;
using Integrationskonzept.ServiceDefaults.Persons;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Identity.Erasure;

/// <summary>The account with its roles and how it signs in. It is no Landkreis' own: each says the same of it.</summary>
[InChargeOf("accounts", "code_secrets", "memberships", "passkeys", "recovery_codes", "sessions")]
sealed class AccountData(IdentityDb db, TenantContext tenant) : IPersonalData
{
    public DataClass Class { get; } =
        new(
            "account",
            new("Konto", "Account"),
            new(
                "Mailadresse, Prüfsumme des Passworts, zweiter Faktor, Rollen, laufende Anmeldungen, gezählte Fehlversuche; kein Name",
                "Mail address, hash of the password, second factor, roles, running sessions, counted guesses; no name"
            ),
            new("Anmeldung und Rechte", "Sign-in and rights"),
            LegalBasis.PublicTask,
            new(
                "bis zur letzten Rolle im letzten Landkreis oder bis Sie das Konto löschen; Anmeldungen 12 Stunden, "
                    + "Fehlversuche 15 Minuten",
                "until the last role in the last Landkreis, or until you erase the account; sessions 12 hours, guesses 15 minutes"
            ),
            null,
            new("Wird gelöscht.", "Is deleted.")
        );

    public async IAsyncEnumerable<object> FindAsync(Person person, [EnumeratorCancellation] CancellationToken ct)
    {
        var accounts = db
            .Accounts.AsNoTracking()
            .Where(row => row.Id == person.Id)
            .Select(row => new
            {
                row.Id,
                MailAddress = row.UserName,
                Roles = row.Memberships.Where(own => own.TenantSlug == tenant.Required).Select(own => own.Role).ToList(),
                HasOneTimeCodes = db.CodeSecrets.Any(own => own.AccountId == row.Id),
                RecoveryCodes = db.RecoveryCodes.Count(own => own.AccountId == row.Id),
            });
        await foreach (var row in accounts.AsAsyncEnumerable().WithCancellation(ct))
            yield return row;
        var passkeys = db
            .Passkeys.AsNoTracking()
            .Where(row => row.AccountId == person.Id)
            .Select(row => new { PasskeyAddedAt = row.AddedAt });
        await foreach (var row in passkeys.AsAsyncEnumerable().WithCancellation(ct))
            yield return row;
        var sessions = db
            .Sessions.AsNoTracking()
            .Where(row => row.AccountId == person.Id)
            .Select(row => new { SessionEndsAt = row.ExpiresAt, row.Methods });
        await foreach (var row in sessions.AsAsyncEnumerable().WithCancellation(ct))
            yield return row;
    }

    public async Task EraseAsync(Person person, ErasedRows rows, CancellationToken ct)
    {
        foreach (var (table, count) in await db.ForgetAccountAsync(person.Id, ct))
            rows.Add(table, count);
    }
}
