using System.Security.Cryptography;
using Fido2NetLib;
using Fido2NetLib.Objects;
using Integrationskonzept.Identity.Mails;
using Integrationskonzept.Identity.SignIn;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.AspNetCore.DataProtection;
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
        account.MapPost("passkeys/sign-in-options", (HttpContext http, PasskeyCeremonies ceremonies) => ceremonies.BeginSignIn(http));
        account.MapPost("passkeys/sign-in", SignInAsync);
    }

    static async Task<IResult> OfferAsync(HttpContext http, IdentityDb db, Sessions sessions, SecondStep second, PasskeyCeremonies ceremonies, CancellationToken ct)
    {
        if (await CodeEndpoints.MaySetUpAsync(http, sessions, second, ct) is not ({ } signedIn, _)) throw new PasskeyRefused();
        var known = await db.Passkeys.Where(row => row.AccountId == signedIn.Account.Id).Select(row => row.Id).ToListAsync(ct);
        return known.Count < MostOfAccount ? Json(ceremonies.BeginAdding(http, signedIn.Account, known).ToJson()) : throw new PasskeyRefused();
    }

    static async Task<IResult> AddAsync(
        HttpContext http, AuthenticatorAttestationRawResponse answer, IdentityDb db, Sessions sessions, SecondStep second, PasskeyCeremonies ceremonies,
        NoticeMails mails, TimeProvider time, CancellationToken ct)
    {
        if (await CodeEndpoints.MaySetUpAsync(http, sessions, second, ct) is not ({ } signedIn, _)) throw new PasskeyRefused();
        var made = await ceremonies.AddAsync(http, signedIn.Account, answer, id => db.Passkeys.AllAsync(row => row.Id != id, ct), ct);
        await second.UnderLockAsync(signedIn.Account, async () =>
        {
            if (!signedIn.Session.HasSecondFactor && await second.IsSetUpAsync(signedIn.Account, ct)) throw new PasskeyRefused(); // somebody was faster
            db.Passkeys.Add(new() { Id = made.Id, AccountId = signedIn.Account.Id, PublicKey = made.PublicKey, SignCount = made.SignCount, AddedAt = time.GetUtcNow() });
            return await db.SaveChangesAsync(ct);
        }, ct);
        await mails.TellAsync(AccountMails.SecondFactorChanged, signedIn.Account.Id, ct);
        await sessions.BeginAsync(http, signedIn.Account, [.. signedIn.Session.Methods.Union([SignInMethods.Passkey])], ct, before: signedIn.Session);
        return Results.Json(new { });
    }

    static async Task<IResult> SignInAsync(
        HttpContext http, AuthenticatorAssertionRawResponse answer, IdentityDb db, Sessions sessions, PasskeyCeremonies ceremonies, SignInMetrics metrics,
        KnownDevice device, CancellationToken ct)
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
        device.Remember(http, account.UserName);
        return Results.Json(new { });
    }

    static async Task<IResult> RemoveAsync(HttpContext http, [FromForm] string id, IdentityDb db, SecondStep second, NoticeMails mails, CancellationToken ct)
    {
        var (signedIn, elsewhere) = await second.RequireAsync(http, ct);
        if (signedIn is null) return elsewhere!;
        var (account, passkeys) = (signedIn.Account, db.Passkeys.Where(row => row.AccountId == signedIn.Account.Id));
        byte[] key;
        try { key = Convert.FromHexString(id); }
        catch (FormatException) { throw new NotFoundProblem(); }
        await second.UnderLockAsync(account, async () =>
        {
            var others = await db.CodeSecrets.AnyAsync(row => row.AccountId == account.Id, ct) || await passkeys.CountAsync(ct) > 1;
            if (!others && await second.IsDemandedOfAsync(account, ct)) throw new SecondFactorDemanded();
            return await passkeys.Where(row => row.Id == key).ExecuteDeleteAsync(ct) is > 0 and var removed ? removed : throw new NotFoundProblem();
        }, ct);
        await mails.TellAsync(AccountMails.SecondFactorChanged, account.Id, ct);
        return Results.LocalRedirect(AccountPages.Overview);
    }

    internal static IResult Json(string json) => Results.Text(json, "application/json");
}

/// <summary>
/// Both ceremonies of WebAuthn for the platform's public address. What was asked stands in a short-lived, encrypted cookie; the person is always
/// verified by the device, so that a passkey is two factors.
/// </summary>
sealed class PasskeyCeremonies
{
    const string Cookie = "passkey";
    static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);
    readonly Fido2 fido;
    readonly ITimeLimitedDataProtector protector;

    public PasskeyCeremonies(IDataProtectionProvider protection, IConfiguration configuration)
    {
        var site = new Uri(configuration["Platform:PublicUrl"] ?? "http://localhost:8080");
        fido = new(new() { RPID = site.Host, RPName = "Integrationskonzept", Origins = new HashSet<string> { site.GetLeftPart(UriPartial.Authority) } }, null!);
        protector = protection.CreateProtector("passkeys").ToTimeLimitedDataProtector();
    }

    public CredentialCreateOptions BeginAdding(HttpContext http, Accounts.Account account, IEnumerable<byte[]> known)
    {
        var options = fido.RequestNewCredential(new()
        {
            User = new() { Id = account.Id.ToByteArray(), Name = account.UserName, DisplayName = account.UserName },
            ExcludeCredentials = [.. known.Select(id => new PublicKeyCredentialDescriptor(id))],
            AuthenticatorSelection = new() { ResidentKey = ResidentKeyRequirement.Required, UserVerification = UserVerificationRequirement.Required },
            AttestationPreference = AttestationConveyancePreference.None,
        });
        Keep(http, $"add {account.Id} {options.ToJson()}");
        return options;
    }

    /// <exception cref="PasskeyRefused">It is no answer to what this account was asked.</exception>
    public async Task<RegisteredPublicKeyCredential> AddAsync(
        HttpContext http, Accounts.Account account, AuthenticatorAttestationRawResponse answer, Func<byte[], Task<bool>> isNew, CancellationToken ct)
    {
        var asked = Take(http, $"add {account.Id} ");
        await UseUpAsync(http, ct);
        try
        {
            return await fido.MakeNewCredentialAsync(new()
            {
                AttestationResponse = answer, OriginalOptions = CredentialCreateOptions.FromJson(asked), IsCredentialIdUniqueToUserCallback = (made, _) => isNew(made.CredentialId),
            }, ct);
        }
        catch (Exception wrong) when (wrong is not OperationCanceledException) { throw new PasskeyRefused(); } // the library throws many kinds
    }

    public IResult BeginSignIn(HttpContext http)
    {
        var options = fido.GetAssertionOptions(new() { UserVerification = UserVerificationRequirement.Required });
        Keep(http, $"sign-in {options.ToJson()}");
        return PasskeyEndpoints.Json(options.ToJson());
    }

    /// <summary>The device's new counter, or null if the answer is wrong.</summary>
    public async Task<uint?> CheckAsync(HttpContext http, Passkey passkey, AuthenticatorAssertionRawResponse answer, CancellationToken ct)
    {
        var asked = Take(http, "sign-in ");
        await UseUpAsync(http, ct);
        try
        {
            var result = await fido.MakeAssertionAsync(new()
            {
                AssertionResponse = answer, OriginalOptions = AssertionOptions.FromJson(asked), StoredPublicKey = passkey.PublicKey, StoredSignatureCounter = (uint)passkey.SignCount,
                IsUserHandleOwnerOfCredentialIdCallback = (owner, _) => Task.FromResult(owner.UserHandle.AsSpan().SequenceEqual(passkey.AccountId.ToByteArray())),
            }, ct);
            return result.SignCount;
        }
        catch (Exception wrong) when (wrong is not OperationCanceledException) { return null; }
    }

    void Keep(HttpContext http, string asked) => http.Response.Cookies.Append(Cookie, protector.Protect(asked, Lasts), new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, MaxAge = Lasts, Path = "/account/passkeys", IsEssential = true,
    });

    /// <summary>Each once, whoever has a copy of the cookie.</summary>
    static async Task UseUpAsync(HttpContext http, CancellationToken ct)
    {
        var guesses = http.RequestServices.GetRequiredService<Guesses>();
        if (!await guesses.TakeAsync([new($"ceremony {http.Request.Cookies[Cookie]}", 1)], ct)) throw new PasskeyRefused();
    }

    string Take(HttpContext http, string beginning)
    {
        try
        {
            var asked = protector.Unprotect(http.Request.Cookies[Cookie] ?? "");
            http.Response.Cookies.Delete(Cookie, new() { Path = "/account/passkeys" });
            return asked.StartsWith(beginning, StringComparison.Ordinal) ? asked[beginning.Length..] : throw new PasskeyRefused();
        }
        catch (Exception forged) when (forged is CryptographicException or ArgumentException) { throw new PasskeyRefused(); }
    }
}

/// <summary>Not the passkey that was asked for.</summary>
public sealed class PasskeyRefused() : Problem(StatusCodes.Status422UnprocessableEntity, "passkey-refused", new("Passkey nicht angenommen", "Passkey not accepted"),
    new("Laden Sie die Seite neu und versuchen Sie es noch einmal.", "Load the page again and try once more."));
