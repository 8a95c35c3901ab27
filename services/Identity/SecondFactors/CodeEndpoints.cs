using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.Identity.Mails;
using Integrationskonzept.Identity.SignIn;
using Integrationskonzept.Identity.SignIn.Pages;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using QRCoder;

namespace Integrationskonzept.Identity.SecondFactors;

/// <summary>One-time codes from an app: set up, asked for, removed.</summary>
static class CodeEndpoints
{
    static readonly Text WrongCode = new(
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
        account.MapGet(
            "code/set-up",
            async (HttpContext http, string? returnUrl, Sessions sessions, SecondStep second, OneTimeCodes codes, CancellationToken ct) =>
                await MaySetUpAsync(http, sessions, second, ct) is var (signedIn, elsewhere) && signedIn is null
                    ? elsewhere!
                    : await ShowAsync(http, returnUrl, signedIn, codes.Offer(signedIn.Account.Id), second, codes, ct)
        );
        account.MapPost("code/set-up", SetUpAsync);
        account.MapPost("code/removal", RemoveAsync);
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

    static async Task<IResult> SetUpAsync(
        HttpContext http,
        [FromForm] string? secret,
        [FromForm] string? code,
        [FromForm] string? returnUrl,
        IdentityDb db,
        Sessions sessions,
        SecondStep second,
        OneTimeCodes codes,
        KnownDevice device,
        NoticeMails mails,
        CancellationToken ct
    )
    {
        var (signedIn, elsewhere) = await MaySetUpAsync(http, sessions, second, ct);
        if (signedIn is null)
            return elsewhere!;
        if (codes.KeyOffered(secret ?? "", signedIn.Account.Id) is not { } key)
            throw new FormExpired();
        if (codes.StepOf(key, (code ?? "").Trim()) is not { } step)
            return await ShowAsync(http, returnUrl, signedIn, secret!, second, codes, ct, WrongCode);

        var (account, recovery) = (signedIn.Account, OneTimeCodes.NewRecoveryCodes());
        await second.UnderLockAsync(
            account,
            async () =>
            {
                if (!signedIn.Session.HasSecondFactor && await second.IsSetUpAsync(account, ct))
                    throw new FormExpired(); // somebody was faster
                await db.RecoveryCodes.Where(row => row.AccountId == account.Id).ExecuteDeleteAsync(ct);
                await db.CodeSecrets.Where(row => row.AccountId == account.Id).ExecuteDeleteAsync(ct);
                db.CodeSecrets.Add(
                    new()
                    {
                        AccountId = account.Id,
                        Secret = codes.Store(key),
                        LastStep = step,
                    }
                );
                db.RecoveryCodes.AddRange(
                    recovery
                        .Select(one => OneTimeCodes.HashOf(one, key))
                        .Select(hash => new RecoveryCode { AccountId = account.Id, Hash = hash })
                );
                return await db.SaveChangesAsync(ct);
            },
            ct
        );
        await mails.TellAsync(AccountMails.SecondFactorChanged, account.Id, ct);
        await sessions.BeginAsync(
            http,
            account,
            [.. signedIn.Session.Methods.Union([SignInMethods.OneTimeCode])],
            ct,
            before: signedIn.Session
        );
        device.Remember(http, account.UserName, Shown.SecondFactor);
        return await http.ShowAsync<MessagePage>(
            new()
            {
                [nameof(MessagePage.Heading)] = new Text("Ihre Ersatzcodes", "Your recovery codes"),
                [nameof(MessagePage.Says)] = new Text(
                    "Einmalcodes sind eingerichtet. Bewahren Sie diese Ersatzcodes auf: Jeder ersetzt die App einmal. Wir "
                        + "zeigen sie nur jetzt.",
                    "One-time codes are set up. Keep these recovery codes: each stands in for the app once. We show them only now."
                ),
                [nameof(MessagePage.Codes)] = recovery,
                [nameof(MessagePage.Href)] = AccountPages.Local(returnUrl),
                [nameof(MessagePage.Link)] = new Text("Weiter", "Continue"),
            }
        );
    }

    static async Task<IResult> RemoveAsync(HttpContext http, IdentityDb db, SecondStep second, NoticeMails mails, CancellationToken ct)
    {
        var (signedIn, elsewhere) = await second.RequireAsync(http, ct);
        if (signedIn is null)
            return elsewhere!;
        var account = signedIn.Account;
        await second.UnderLockAsync(
            account,
            async () =>
            {
                if (!await db.Passkeys.AnyAsync(row => row.AccountId == account.Id, ct) && await second.IsDemandedOfAsync(account, ct))
                    throw new SecondFactorDemanded();
                await db.RecoveryCodes.Where(row => row.AccountId == account.Id).ExecuteDeleteAsync(ct);
                return await db.CodeSecrets.Where(row => row.AccountId == account.Id).ExecuteDeleteAsync(ct);
            },
            ct
        );
        await mails.TellAsync(AccountMails.SecondFactorChanged, account.Id, ct);
        return Results.LocalRedirect(AccountPages.Overview);
    }

    /// <summary>With a password alone only while there is nothing else to ask for.</summary>
    internal static async Task<(SignedIn? SignedIn, IResult? Elsewhere)> MaySetUpAsync(
        HttpContext http,
        Sessions sessions,
        SecondStep second,
        CancellationToken ct
    )
    {
        if (await sessions.FindAsync(http, ct) is not { } signedIn)
            return (null, http.ToSignIn());
        return !signedIn.Session.HasSecondFactor && await second.IsSetUpAsync(signedIn.Account, ct)
            ? (null, SecondStep.To("/account/code", http))
            : (signedIn, null);
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

    static async Task<IResult> ShowAsync(
        HttpContext http,
        string? returnUrl,
        SignedIn signedIn,
        string secret,
        SecondStep second,
        OneTimeCodes codes,
        CancellationToken ct,
        Text? error = null
    )
    {
        var (key, name) = (codes.KeyOffered(secret, signedIn.Account.Id)!, Uri.EscapeDataString(signedIn.Account.UserName));
        using var picture = new QRCodeGenerator().CreateQrCode(
            $"otpauth://totp/Integrationskonzept:{name}?secret={key}&issuer=Integrationskonzept",
            QRCodeGenerator.ECCLevel.M
        );
        return await http.ShowAsync<SetUpCodesPage>(
            new()
            {
                [nameof(SetUpCodesPage.ReturnUrl)] = AccountPages.Local(returnUrl),
                [nameof(SetUpCodesPage.Secret)] = secret,
                [nameof(SetUpCodesPage.Key)] = key,
                [nameof(SetUpCodesPage.Picture)] = Convert.ToBase64String(new PngByteQRCode(picture).GetGraphic(5)),
                [nameof(SetUpCodesPage.IsDemanded)] = await second.IsDemandedOfAsync(signedIn.Account, ct),
            },
            error
        );
    }
}

/// <summary>The last second factor of someone of whom one is demanded.</summary>
public sealed class SecondFactorDemanded()
    : ConflictProblem(
        "second-factor-demanded",
        new(
            "Für Ihre Rolle ist eine Anmeldung in zwei Schritten Pflicht. Richten Sie zuerst etwas anderes ein.",
            "Your role needs a two-step sign-in. Set up something else first."
        )
    );
