using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.Identity.Browsers;
using Integrationskonzept.Identity.Pages;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Identity.SecondFactors;

/// <summary>The second step of a sign-in: a one-time code from an app, or a recovery code.</summary>
static class CodeEndpoints
{
    internal static readonly Text WrongCode = new(
        "Der Code stimmt nicht oder ist abgelaufen. Prüfen Sie, ob die Uhr Ihres Geräts richtig geht.",
        "The code is wrong or has expired. Check whether your device's clock is right."
    );

    public static void MapOneTimeCodes(this RouteGroupBuilder account)
    {
        account.MapGet(
            "code",
            async (HttpContext http, string? returnUrl, IdentityDb db, Sessions sessions, CancellationToken ct) =>
                await sessions.FindAsync(http, ct) is { } signedIn ? await AskAsync(http, returnUrl, signedIn, db, ct) : http.ToSignIn()
        );
        account.MapPost("code", EnterAsync);
    }

    static async Task<IResult> EnterAsync(
        HttpContext http,
        [FromForm] string? code,
        [FromForm] string? returnUrl,
        IdentityDb db,
        Sessions sessions,
        OneTimeCodes codes,
        Guesses guesses,
        KnownDevice device,
        SignInMetrics metrics,
        CancellationToken ct
    )
    {
        if (await sessions.FindAsync(http, ct) is not { } signedIn)
            return http.ToSignIn();
        var name = signedIn.Account.UserName;
        var limits = device.Of(http, name, Shown.SecondFactor) is { } known
            ? Guesses.OfKnown("code", known, name)
            : Guesses.Of("code", name, CallerAddress.Of(http));
        var mayGuess = await guesses.TakeAsync(limits, ct);
        if (!mayGuess || !await IsRightAsync(signedIn.Account, code ?? "", db, codes, ct))
        {
            metrics.Refused(limited: !mayGuess);
            return await AskAsync(http, returnUrl, signedIn, db, ct, WrongCode);
        }
        await guesses.GiveBackAsync(limits, ct);
        await sessions.BeginAsync(
            http,
            signedIn.Account,
            [.. signedIn.Session.Methods, SignInMethods.OneTimeCode],
            ct,
            before: signedIn.Session
        );
        device.Remember(http, name, Shown.SecondFactor);
        return Results.LocalRedirect(AccountPages.Local(returnUrl));
    }

    /// <summary>Each code once: used up in the statement that finds it good.</summary>
    static async Task<bool> IsRightAsync(Account account, string code, IdentityDb db, OneTimeCodes codes, CancellationToken ct)
    {
        var secret = await db.CodeSecrets.Where(row => row.AccountId == account.Id).Select(row => row.Secret).SingleOrDefaultAsync(ct);
        if (secret is null || codes.KeyOf(secret) is not { } key)
            return false;
        if (codes.StepOf(key, code.Trim()) is { } step)
            return await db
                    .CodeSecrets.Where(row => row.AccountId == account.Id && row.LastStep < step)
                    .ExecuteUpdateAsync(row => row.SetProperty(used => used.LastStep, step), ct) == 1;
        var hash = OneTimeCodes.HashOf(code, key);
        return await db.RecoveryCodes.Where(row => row.AccountId == account.Id && row.Hash == hash).ExecuteDeleteAsync(ct) == 1;
    }

    static async Task<IResult> AskAsync(
        HttpContext http,
        string? returnUrl,
        SignedIn signedIn,
        IdentityDb db,
        CancellationToken ct,
        Text? error = null
    ) =>
        await http.ShowAsync<CodePage>(
            new()
            {
                [nameof(CodePage.ReturnUrl)] = AccountPages.Local(returnUrl),
                [nameof(CodePage.HasCodes)] = await db.CodeSecrets.AnyAsync(row => row.AccountId == signedIn.Account.Id, ct),
            },
            error
        );
}
