using Fido2NetLib;
using Integrationskonzept.Identity.Browsers;
using Integrationskonzept.Identity.Notices;
using Integrationskonzept.Identity.Pages;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Identity.SecondFactors;

/// <summary>What passkeys.js asks for: to add one, and to sign in with one.</summary>
static class PasskeyEndpoints
{
    const int MostOfAccount = 20;

    public static void MapPasskeys(this RouteGroupBuilder account)
    {
        account.MapPost("passkeys/options", OfferAsync);
        account.MapPost("passkeys", AddAsync);
        account.MapPost("passkeys/removal", RemoveAsync);
        account.MapPost(
            "passkeys/sign-in-options",
            (HttpContext http, PasskeyCeremonies ceremonies) => Json(ceremonies.BeginSignIn(http).ToJson())
        );
        account.MapPost("passkeys/sign-in", SignInAsync);
    }

    static async Task<IResult> OfferAsync(
        HttpContext http,
        IdentityDb db,
        SecondStep second,
        PasskeyCeremonies ceremonies,
        CancellationToken ct
    )
    {
        if (await second.MaySetUpAsync(http, ct) is not ({ } signedIn, _))
            throw new PasskeyRefused();
        var known = await db.Passkeys.Where(row => row.AccountId == signedIn.Account.Id).Select(row => row.Id).ToListAsync(ct);
        return known.Count < MostOfAccount
            ? Json(ceremonies.BeginAdding(http, signedIn.Account, known).ToJson())
            : throw new PasskeyRefused();
    }

    static async Task<IResult> AddAsync(
        HttpContext http,
        AuthenticatorAttestationRawResponse answer,
        IdentityDb db,
        Sessions sessions,
        SecondStep second,
        PasskeyCeremonies ceremonies,
        NoticeMails mails,
        TimeProvider time,
        CancellationToken ct
    )
    {
        if (await second.MaySetUpAsync(http, ct) is not ({ } signedIn, _))
            throw new PasskeyRefused();
        var made = await ceremonies.AddAsync(http, signedIn.Account, answer, id => db.Passkeys.AllAsync(row => row.Id != id, ct), ct);
        await second.UnderLockAsync(
            signedIn.Account,
            async () =>
            {
                if (!signedIn.Session.HasSecondFactor && await second.IsSetUpAsync(signedIn.Account, ct))
                    throw new PasskeyRefused(); // somebody was faster
                db.Passkeys.Add(
                    new()
                    {
                        Id = made.Id,
                        AccountId = signedIn.Account.Id,
                        PublicKey = made.PublicKey,
                        SignCount = made.SignCount,
                        AddedAt = time.GetUtcNow(),
                    }
                );
                await mails.TellAsync(AccountNotices.SecondFactorChanged, signedIn.Account.Id, ct);
                return await db.SaveChangesAsync(ct);
            },
            ct
        );
        await sessions.BeginAsync(
            http,
            signedIn.Account,
            [.. signedIn.Session.Methods.Union([SignInMethods.Passkey])],
            ct,
            before: signedIn.Session
        );
        return Results.Json(new { });
    }

    static async Task<IResult> SignInAsync(
        HttpContext http,
        AuthenticatorAssertionRawResponse answer,
        IdentityDb db,
        Sessions sessions,
        PasskeyCeremonies ceremonies,
        SignInMetrics metrics,
        KnownDevice device,
        CancellationToken ct
    )
    {
        var passkey = await db.Passkeys.SingleOrDefaultAsync(row => row.Id == answer.RawId, ct);
        if (passkey is null || await ceremonies.CheckAsync(http, passkey, answer, ct) is not { } count)
        {
            metrics.Refused(limited: false);
            throw new PasskeyRefused();
        }
        passkey.SignCount = count;
        var account = await db.Accounts.SingleOrDefaultAsync(row => row.Id == passkey.AccountId, ct) ?? throw new PasskeyRefused();
        await sessions.BeginAsync(http, account, [SignInMethods.Passkey], ct);
        device.Remember(http, account.UserName, Shown.SecondFactor);
        return Results.Json(new { });
    }

    static async Task<IResult> RemoveAsync(
        HttpContext http,
        [FromForm] string id,
        IdentityDb db,
        SecondStep second,
        NoticeMails mails,
        CancellationToken ct
    )
    {
        var (signedIn, elsewhere) = await second.RequireAsync(http, ct);
        if (signedIn is null)
            return elsewhere!;
        var account = signedIn.Account;
        var passkeys = db.Passkeys.Where(row => row.AccountId == signedIn.Account.Id);
        byte[] key;
        try
        {
            key = Convert.FromHexString(id);
        }
        catch (FormatException)
        {
            throw new NotFoundProblem();
        }
        await second.UnderLockAsync(
            account,
            async () =>
            {
                var others = await db.CodeSecrets.AnyAsync(row => row.AccountId == account.Id, ct) || await passkeys.CountAsync(ct) > 1;
                if (!others && await second.IsDemandedOfAsync(account, ct))
                    throw new SecondFactorDemanded();
                var removed = await passkeys.Where(row => row.Id == key).ExecuteDeleteAsync(ct);
                if (removed == 0)
                    throw new NotFoundProblem();
                await mails.TellAsync(AccountNotices.SecondFactorChanged, account.Id, ct);
                return removed;
            },
            ct
        );
        return Results.LocalRedirect(AccountPages.Overview);
    }

    static IResult Json(string json) => Results.Text(json, "application/json");
}

/// <summary>Not the passkey that was asked for.</summary>
public sealed class PasskeyRefused()
    : Problem(
        StatusCodes.Status422UnprocessableEntity,
        "passkey-refused",
        new("Passkey nicht angenommen", "Passkey not accepted"),
        new("Laden Sie die Seite neu und versuchen Sie es noch einmal.", "Load the page again and try once more.")
    );
