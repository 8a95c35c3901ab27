using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Integrationskonzept.Identity.Accounts;

/// <summary>Links by which someone sets the first password: signed, for seven days, and worthless once a password is set.</summary>
sealed class Invitations(IDataProtectionProvider protection)
{
    static readonly TimeSpan ValidFor = TimeSpan.FromDays(7);
    readonly ITimeLimitedDataProtector protector = protection.CreateProtector("account-invitation").ToTimeLimitedDataProtector();

    public string PathFor(Account account) => $"/account/invitation/{protector.Protect(account.Id.ToString(), ValidFor)}";

    public Guid? Read(string token)
    {
        try { return Guid.Parse(protector.Unprotect(token)); }
        catch (CryptographicException) { return null; }
    }
}

static class AccountSetup
{
    public static IServiceCollection AddAccounts(this IServiceCollection services) =>
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>().AddSingleton<Invitations>();
}
