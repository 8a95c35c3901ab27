using Integrationskonzept.Identity.Browsers;
using Integrationskonzept.Identity.Notices;
using Integrationskonzept.Identity.Pages;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using QRCoder;

namespace Integrationskonzept.Identity.SecondFactors;

/// <summary>One-time codes from an app are set up, with their recovery codes, and removed.</summary>
static class CodeSetUpEndpoints
{
    public static void MapCodeSetUp(this RouteGroupBuilder account)
    {
        account.MapGet(
            "code/set-up",
            async (HttpContext http, string? returnUrl, SecondStep second, OneTimeCodes codes, CancellationToken ct) =>
                await second.MaySetUpAsync(http, ct) is var (signedIn, elsewhere) && signedIn is null
                    ? elsewhere!
                    : await ShowAsync(http, returnUrl, signedIn, codes.Offer(signedIn.Account.Id), second, codes, ct)
        );
        account.MapPost("code/set-up", SetUpAsync);
        account.MapPost("code/removal", RemoveAsync);
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
        var (signedIn, elsewhere) = await second.MaySetUpAsync(http, ct);
        if (signedIn is null)
            return elsewhere!;
        if (codes.KeyOffered(secret ?? "", signedIn.Account.Id) is not { } key)
            throw new FormExpired();
        if (codes.StepOf(key, (code ?? "").Trim()) is not { } step)
            return await ShowAsync(http, returnUrl, signedIn, secret!, second, codes, ct, CodeEndpoints.WrongCode);

        var account = signedIn.Account;
        var recovery = OneTimeCodes.NewRecoveryCodes();
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
                await mails.TellAsync(AccountNotices.SecondFactorChanged, account.Id, ct);
                return await db.SaveChangesAsync(ct);
            },
            ct
        );
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
                await mails.TellAsync(AccountNotices.SecondFactorChanged, account.Id, ct);
                return await db.CodeSecrets.Where(row => row.AccountId == account.Id).ExecuteDeleteAsync(ct);
            },
            ct
        );
        return Results.LocalRedirect(AccountPages.Overview);
    }

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
        var key = codes.KeyOffered(secret, signedIn.Account.Id)!;
        var name = Uri.EscapeDataString(signedIn.Account.UserName);
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
