using System.Security.Cryptography;
using System.Text;
using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Identity.SignIn;

/// <summary>What the mail for a new password leads to: for an hour, and used up as soon as the password is another.</summary>
sealed class NewPasswordLinks(IDataProtectionProvider protection, IConfiguration configuration)
{
    static readonly TimeSpan ValidFor = TimeSpan.FromHours(1);
    readonly Uri site = PublicUrl.Of(configuration);
    readonly ITimeLimitedDataProtector protector = protection.CreateProtector("new-password").ToTimeLimitedDataProtector();

    public string To(Account account) =>
        new Uri(site, $"/account/new-password/{protector.Protect($"{account.Id} {StampOf(account)}", ValidFor)}").AbsoluteUri;

    /// <exception cref="NewPasswordLinkInvalid">Forged, expired or used.</exception>
    public async Task<Account> ReadAsync(string token, IdentityDb db, CancellationToken ct)
    {
        if (protector.Open(token)?.Split(' ') is not [var id, var stamp])
            throw new NewPasswordLinkInvalid();
        var account = await db.Accounts.SingleOrDefaultAsync(row => row.Id == Guid.Parse(id), ct);
        return account is not null && StampOf(account) == stamp ? account : throw new NewPasswordLinkInvalid();
    }

    static string StampOf(Account account) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(account.PasswordHash)));
}

/// <summary>Expired, forged, or used already.</summary>
public sealed class NewPasswordLinkInvalid()
    : NotFoundProblem(
        "new-password-link-invalid",
        new(
            "Dieser Link ist abgelaufen oder schon benutzt. Fordern Sie unter /account/forgotten einen neuen an.",
            "This link has expired or was used already. Ask for a new one at /account/forgotten."
        )
    );
