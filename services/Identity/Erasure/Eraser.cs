using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Identity.Erasure;

/// <summary>
/// Ends an account because its owner wants to be forgotten, and tells all services, in one transaction: from then on nobody signs in with
/// it, and what services keep of the person goes as soon as they hear of it.
/// </summary>
sealed class Eraser(IdentityDb db, Outbox outbox, TimeProvider time)
{
    /// <summary>In a scope of no Landkreis.</summary>
    /// <exception cref="LastCoordinatorStays">A Landkreis would have nobody who leads the process.</exception>
    /// <exception cref="OperatorStays">The configuration says that the account runs the platform.</exception>
    public Task<Guid> EraseAsync(Guid id, CancellationToken ct) =>
        db.InTransactionAsync(
            async () =>
            {
                var coordinated = await db
                    .Memberships.Where(row => row.AccountId == id && row.Role == Roles.Coordinator)
                    .Select(row => row.TenantSlug)
                    .ToArrayAsync(ct);
                // As where roles are taken: of two coordinators who go at once, the second sees what the first did.
                await db
                    .Database.SqlQuery<string>(
                        $"select slug as \"Value\" from tenants where slug = any({coordinated}) order by slug for update"
                    )
                    .ToListAsync(ct);
                await db.Database.ExecuteSqlAsync($"select id from accounts where id = {id} for update", ct);
                var account = await db.Accounts.SingleOrDefaultAsync(row => row.Id == id, ct) ?? throw new NotFoundProblem();
                if (account.IsOperator)
                    throw new OperatorStays();
                await RequireOthersAsync(id, ct);
                var erasure = ErasureRequest.Of(id, account.UserName, time.GetUtcNow());
                db.Erasures.Add(erasure);
                await db.ForgetAccountAsync(id, ct);
                outbox.AddOnce(erasure.Id, erasure.Message!);
                await db.SaveChangesAsync(ct);
                return erasure.Id;
            },
            ct
        );

    /// <summary>Under the locks: also a role that was given a moment ago.</summary>
    async Task RequireOthersAsync(Guid id, CancellationToken ct)
    {
        var alone = await db
            .Memberships.Where(own =>
                own.AccountId == id
                && own.Role == Roles.Coordinator
                && !db.Memberships.Any(other =>
                    other.TenantSlug == own.TenantSlug && other.Role == Roles.Coordinator && other.AccountId != id
                )
            )
            .Select(own => own.TenantSlug)
            .ToListAsync(ct);
        if (alone.Count == 0)
            return;
        var names = await db.Tenants.AsNoTracking().Where(row => alone.Contains(row.Slug)).Select(row => row.Description).ToListAsync(ct);
        throw new LastCoordinatorStays([.. names.Select(row => row.Name)]);
    }
}

/// <summary>Nobody else leads the process there.</summary>
public sealed class LastCoordinatorStays(IReadOnlyList<string> landkreise)
    : ConflictProblem(
        "last-coordinator",
        new(
            $"Sie sind die letzte Koordination hier: {string.Join(", ", landkreise)}. Laden Sie zuerst eine andere Person als "
                + "Koordination ein; sobald sie angenommen hat, können Sie Ihr Konto löschen.",
            $"You are the last coordinator here: {string.Join(", ", landkreise)}. Invite another person as coordinator first; as soon as "
                + "they have accepted, you can erase your account."
        )
    );

/// <summary>Who runs the platform is in its configuration.</summary>
public sealed class OperatorStays()
    : ConflictProblem(
        "operator-stays",
        new(
            "Dieses Konto betreibt die Plattform, wie es ihre Konfiguration sagt. Nehmen Sie seine Adresse zuerst aus "
                + "Identity:Operators und "
                + "starten Sie Identity neu.",
            "This account runs the platform, as its configuration says. Take its address out of Identity:Operators first, and start "
                + "Identity again."
        )
    );

static class ForgottenAccount
{
    /// <summary>The account with its roles, sessions, second factors, tokens and mails. A second time it does nothing.</summary>
    /// <returns>Rows by table; what goes with another row is not counted.</returns>
    public static async Task<IReadOnlyList<(string Table, int Rows)>> ForgetAccountAsync(this IdentityDb db, Guid id, CancellationToken ct)
    {
        var subject = id.ToString();
        return
        [
            ("OpenIddictTokens", await db.Database.ExecuteSqlAsync($"""delete from "OpenIddictTokens" where subject = {subject}""", ct)),
            (
                "OpenIddictAuthorizations",
                await db.Database.ExecuteSqlAsync($"""delete from "OpenIddictAuthorizations" where subject = {subject}""", ct)
            ),
            ("mails", await db.Database.ExecuteSqlAsync($"delete from mails where reference = {id}", ct)),
            ("accounts", await db.Accounts.Where(row => row.Id == id).ExecuteDeleteAsync(ct)),
        ];
    }
}
