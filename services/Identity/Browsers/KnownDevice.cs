using System.Security.Cryptography;
using System.Text;
using Integrationskonzept.Identity.Accounts;
using Microsoft.AspNetCore.DataProtection;

namespace Integrationskonzept.Identity.Browsers;

/// <summary>What a browser has shown before.</summary>
enum Shown
{
    /// <summary>The password, or more.</summary>
    Password,

    /// <summary>A second factor. Whoever has the password makes any number of browsers known by it, so guesses of codes need more to be
    /// kept apart.</summary>
    SecondFactor,
}

/// <summary>
/// A cookie by which a browser shows that this account has signed in on it before. It opens nothing; it only keeps strangers' guesses
/// apart.
/// </summary>
sealed class KnownDevice(IDataProtectionProvider protection)
{
    const string Cookie = "known-device";
    static readonly TimeSpan Lasts = TimeSpan.FromDays(180);
    readonly ITimeLimitedDataProtector protector = protection.CreateProtector("known-device").ToTimeLimitedDataProtector();

    /// <summary>Its id, if this account has shown that much on it.</summary>
    public string? Of(HttpContext http, string userName, Shown least = Shown.Password) =>
        Read(http, userName) is var (id, shown) && shown >= least ? id : null;

    /// <summary>The same one again where there is one, so that its guesses stay counted; what it has shown before stays, too.</summary>
    public void Remember(HttpContext http, string userName, Shown shown)
    {
        var known = Read(http, userName);
        var id = known?.Id ?? Guid.CreateVersion7().ToString();
        var most = known?.Shown > shown ? known.Value.Shown : shown;
        http.Response.Cookies.Append(
            Cookie,
            protector.Protect($"{id} {HashOf(userName)} {most}", Lasts),
            new()
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                MaxAge = Lasts,
                Path = "/account",
                IsEssential = true,
            }
        );
    }

    (string Id, Shown Shown)? Read(HttpContext http, string userName) =>
        http.Request.Cookies[Cookie] is { } cookie
        && protector.Open(cookie)?.Split(' ') is [var id, var account, .. var shown]
        && account == HashOf(userName)
            ? (id, shown is [nameof(Shown.SecondFactor)] ? Shown.SecondFactor : Shown.Password)
            : null;

    static string HashOf(string userName) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(userName)));
}
