using System.Security.Cryptography;
using System.Text;
using Integrationskonzept.Identity.Accounts;
using Microsoft.AspNetCore.DataProtection;

namespace Integrationskonzept.Identity.SignIn;

/// <summary>A cookie by which a browser shows that this account has signed in on it before. It opens nothing; it only keeps strangers' guesses apart.</summary>
sealed class KnownDevice(IDataProtectionProvider protection)
{
    const string Cookie = "known-device";
    static readonly TimeSpan Lasts = TimeSpan.FromDays(180);
    readonly ITimeLimitedDataProtector protector = protection.CreateProtector("known-device").ToTimeLimitedDataProtector();

    /// <summary>Its id, if this account has signed in on it.</summary>
    public string? Of(HttpContext http, string userName) => http.Request.Cookies[Cookie] is { } cookie
        && protector.Open(cookie)?.Split(' ') is [var id, var account] && account == HashOf(userName) ? id : null;

    /// <summary>The same one again where there is one, so that its guesses stay counted.</summary>
    public void Remember(HttpContext http, string userName) => http.Response.Cookies.Append(
        Cookie, protector.Protect($"{Of(http, userName) ?? Guid.CreateVersion7().ToString()} {HashOf(userName)}", Lasts), new()
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = Lasts, Path = "/account", IsEssential = true,
        });

    static string HashOf(string userName) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(userName)));
}
