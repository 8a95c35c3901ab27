using Integrationskonzept.Identity.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Identity.SignIn;

/// <summary>When the rounds are raised, passwords can be hashed anew only where they are known: at the next sign-in.</summary>
sealed class PasswordRounds(IdentityDb db, Passwords passwords)
{
    /// <summary>Of several who sign in at once one stores its hash; the others go on with that, as it is of the same password.</summary>
    /// <param name="account">Whose; has the hash that is stored afterwards.</param>
    /// <param name="password">Their password, which was checked.</param>
    /// <param name="ct">Cancels.</param>
    public async Task RaiseAsync(Account account, string password, CancellationToken ct)
    {
        var before = account.PasswordHash;
        var hash = passwords.Hash(password);
        if (
            await db
                .Accounts.Where(row => row.Id == account.Id && row.PasswordHash == before)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.PasswordHash, hash), ct) == 0
        )
        {
            hash = await db.Accounts.Where(row => row.Id == account.Id).Select(row => row.PasswordHash).SingleOrDefaultAsync(ct);
            if (!passwords.Matches(hash, password))
                return; // it is another password now: no session begins with the old one
        }
        account.PasswordHash = hash!;
    }
}
