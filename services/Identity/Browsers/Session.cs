using System.Security.Claims;
using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.Identity.Pages;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Identity.Browsers;

/// <summary>
/// That someone is signed in. The cookie and each refresh token name it; without it both are worthless, whoever has a copy.
/// </summary>
public sealed class Session
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    public Guid Id { get; init; } = SequentialId.Next();
    public required Guid AccountId { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>How the person showed who they are (RFC 8176): pwd, otp, hwk.</summary>
    public required List<string> Methods { get; init; }

    public bool HasSecondFactor => Methods.Contains(SignInMethods.OneTimeCode) || Methods.Contains(SignInMethods.Passkey);
}

/// <summary>Names of RFC 8176.</summary>
static class SignInMethods
{
    public const string Password = "pwd",
        OneTimeCode = "otp",
        Passkey = "hwk";
}

/// <summary>Begins, finds and ends sessions.</summary>
sealed class Sessions(IdentityDb db, TimeProvider time)
{
    public const string Claim = "sid",
        Scheme = "account";

    /// <summary>Signs the browser in; what it was signed in with before ends.</summary>
    /// <param name="http">The browser.</param>
    /// <param name="account">Who, with the password that was checked.</param>
    /// <param name="methods">How they showed it.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="before">The session that this one goes on from; it must be there still.</param>
    /// <exception cref="FormExpired">Meanwhile the password was changed, or the session before was ended.</exception>
    public async Task BeginAsync(
        HttpContext http,
        Account account,
        IReadOnlyList<string> methods,
        CancellationToken ct,
        Session? before = null
    )
    {
        var session = new Session
        {
            AccountId = account.Id,
            ExpiresAt = time.GetUtcNow() + Session.Lasts,
            Methods = [.. methods],
        };
        await db.InTransactionAsync(
            async () =>
            {
                // Under the account's lock: a new password ends all sessions, also those that begin in the same moment.
                if (
                    await db
                        .Accounts.FromSql($"select * from accounts where id = {account.Id} for share")
                        .AsNoTracking()
                        .Select(row => row.PasswordHash)
                        .SingleOrDefaultAsync(ct) != account.PasswordHash
                    || (before is not null && await db.Sessions.Where(row => row.Id == before.Id).ExecuteDeleteAsync(ct) == 0)
                )
                    throw new FormExpired();
                db.Sessions.Add(session);
                return await db.SaveChangesAsync(ct);
            },
            ct
        );
        if (before is null)
            await EndAsync(http, ct);
        await http.SignInAsync(Scheme, new(new ClaimsIdentity([new(Claim, session.Id.ToString())], Scheme)));
    }

    /// <summary>The session that a cookie or token names, with its account and roles; null if it has ended.</summary>
    public async Task<SignedIn?> FindAsync(ClaimsPrincipal? principal, CancellationToken ct)
    {
        if (!Guid.TryParse(principal?.FindFirstValue(Claim), out var id))
            return null;
        if (
            await db.Sessions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.ExpiresAt > time.GetUtcNow(), ct)
            is not { } session
        )
            return null;
        var account = await db.Accounts.Include(row => row.Memberships).SingleOrDefaultAsync(row => row.Id == session.AccountId, ct);
        return account is null ? null : new(session, account);
    }

    public async Task<SignedIn?> FindAsync(HttpContext http, CancellationToken ct) =>
        await FindAsync((await http.AuthenticateAsync(Scheme)).Principal, ct);

    /// <summary>At the server, too: neither a copy of the cookie nor a refresh token gets anything any more.</summary>
    public async Task EndAsync(HttpContext http, CancellationToken ct)
    {
        if (Guid.TryParse((await http.AuthenticateAsync(Scheme)).Principal?.FindFirstValue(Claim), out var id))
            await db.Sessions.Where(row => row.Id == id).ExecuteDeleteAsync(ct);
        await http.SignOutAsync(Scheme);
    }

    public Task EndAllAsync(Guid account, CancellationToken ct) =>
        db.Sessions.Where(row => row.AccountId == account).ExecuteDeleteAsync(ct);
}

/// <param name="Session">The session.</param>
/// <param name="Account">Whose it is, with memberships.</param>
sealed record SignedIn(Session Session, Account Account);

sealed class SessionTable : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.Property(row => row.Id).ValueGeneratedNever();
        session.HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Cascade);
        session.HasIndex(row => row.ExpiresAt);
    }
}
