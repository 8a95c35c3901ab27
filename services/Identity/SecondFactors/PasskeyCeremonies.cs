using Fido2NetLib;
using Fido2NetLib.Objects;
using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.Identity.Browsers;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.DataProtection;

namespace Integrationskonzept.Identity.SecondFactors;

/// <summary>
/// Both ceremonies of WebAuthn for the platform's public address. What was asked stands in a short-lived, encrypted cookie; the person is
/// always verified by the device, so that a passkey is two factors.
/// </summary>
sealed class PasskeyCeremonies
{
    const string Cookie = "passkey";
    static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);
    readonly Fido2 fido;
    readonly ITimeLimitedDataProtector protector;

    public PasskeyCeremonies(IDataProtectionProvider protection, IConfiguration configuration)
    {
        var site = PublicUrl.Of(configuration);
        fido = new(
            new()
            {
                RPID = site.Host,
                RPName = "Integrationskonzept",
                Origins = new HashSet<string> { site.GetLeftPart(UriPartial.Authority) },
            },
            null!
        );
        protector = protection.CreateProtector("passkeys").ToTimeLimitedDataProtector();
    }

    public CredentialCreateOptions BeginAdding(HttpContext http, Account account, IEnumerable<byte[]> known)
    {
        var options = fido.RequestNewCredential(
            new()
            {
                User = new()
                {
                    Id = account.Id.ToByteArray(),
                    Name = account.UserName,
                    DisplayName = account.UserName,
                },
                ExcludeCredentials = [.. known.Select(id => new PublicKeyCredentialDescriptor(id))],
                AuthenticatorSelection = new()
                {
                    ResidentKey = ResidentKeyRequirement.Required,
                    UserVerification = UserVerificationRequirement.Required,
                },
                AttestationPreference = AttestationConveyancePreference.None,
            }
        );
        Keep(http, $"add {account.Id} {options.ToJson()}");
        return options;
    }

    /// <exception cref="PasskeyRefused">It is no answer to what this account was asked.</exception>
    public async Task<RegisteredPublicKeyCredential> AddAsync(
        HttpContext http,
        Account account,
        AuthenticatorAttestationRawResponse answer,
        Func<byte[], Task<bool>> isNew,
        CancellationToken ct
    )
    {
        var asked = await TakeAsync(http, $"add {account.Id} ", ct);
        try
        {
            return await fido.MakeNewCredentialAsync(
                new()
                {
                    AttestationResponse = answer,
                    OriginalOptions = CredentialCreateOptions.FromJson(asked),
                    IsCredentialIdUniqueToUserCallback = (made, _) => isNew(made.CredentialId),
                },
                ct
            );
        }
        catch (Exception wrong) when (wrong is not OperationCanceledException)
        {
            throw new PasskeyRefused();
        } // the library throws many kinds
    }

    public AssertionOptions BeginSignIn(HttpContext http)
    {
        var options = fido.GetAssertionOptions(new() { UserVerification = UserVerificationRequirement.Required });
        Keep(http, $"sign-in {options.ToJson()}");
        return options;
    }

    /// <summary>The device's new counter, or null if the answer is wrong.</summary>
    public async Task<uint?> CheckAsync(HttpContext http, Passkey passkey, AuthenticatorAssertionRawResponse answer, CancellationToken ct)
    {
        var asked = await TakeAsync(http, "sign-in ", ct);
        try
        {
            var result = await fido.MakeAssertionAsync(
                new()
                {
                    AssertionResponse = answer,
                    OriginalOptions = AssertionOptions.FromJson(asked),
                    StoredPublicKey = passkey.PublicKey,
                    StoredSignatureCounter = (uint)passkey.SignCount,
                    IsUserHandleOwnerOfCredentialIdCallback = (owner, _) =>
                        Task.FromResult(owner.UserHandle.AsSpan().SequenceEqual(passkey.AccountId.ToByteArray())),
                },
                ct
            );
            return result.SignCount;
        }
        catch (Exception wrong) when (wrong is not OperationCanceledException)
        {
            return null;
        }
    }

    void Keep(HttpContext http, string asked) =>
        http.Response.Cookies.Append(
            Cookie,
            protector.Protect(asked, Lasts),
            new()
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = http.Request.IsHttps,
                MaxAge = Lasts,
                Path = "/account/passkeys",
                IsEssential = true,
            }
        );

    /// <summary>What was asked; each once, whoever has a copy of the cookie.</summary>
    /// <exception cref="PasskeyRefused">Nothing of that kind, or it was answered already.</exception>
    async Task<string> TakeAsync(HttpContext http, string beginning, CancellationToken ct)
    {
        var cookie = http.Request.Cookies[Cookie] ?? "";
        if (protector.Open(cookie) is not { } asked || !asked.StartsWith(beginning, StringComparison.Ordinal))
            throw new PasskeyRefused();
        http.Response.Cookies.Delete(Cookie, new() { Path = "/account/passkeys" });
        var uses = http.RequestServices.GetRequiredService<Guesses>();
        if (!await uses.TakeAsync([new($"ceremony {cookie}", 1)], ct))
            throw new PasskeyRefused();
        return asked[beginning.Length..];
    }
}
