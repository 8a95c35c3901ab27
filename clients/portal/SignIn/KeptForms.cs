using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Integrationskonzept.Portal.Sessions;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Portal.SignIn;

/// <summary>
/// A form that was sent after its session had ended, or while a part of the platform was away, waits encrypted: nothing is lost.
/// Its key is in its address and in a cookie of the browser that sent it: who is only given the address sees nothing.
/// </summary>
sealed class KeptForms(PortalDb db, IDataProtectionProvider protection, TimeProvider time)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);
    static readonly TimeSpan KnownFor = TimeSpan.FromDays(30);
    const string Cookie = "portal-kept",
        Known = "portal-known";
    const int Most = 512 * 1024;

    readonly IDataProtector protector = protection.CreateProtector("form");

    /// <summary>Before someone is sent to sign in: what they have sent is shown to them when they come back.</summary>
    public static async Task KeepAsync(RedirectContext context)
    {
        var forms = context.HttpContext.RequestServices.GetRequiredService<KeptForms>();
        if (await forms.TryKeepAsync(context.HttpContext) is { } address)
            context.Properties.RedirectUri = address;
    }

    /// <summary>Where its sender finds the form again; null if it is none that can be kept.</summary>
    public async Task<string?> TryKeepAsync(HttpContext http)
    {
        var request = http.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.ContentLength is null or > Most)
            return null;
        // A foreign page can send its own form here, too, and must not have it shown as the person's.
        // Nor can a program fill our memory: only a browser in which somebody has signed in has the cookie.
        if (!IsKnown(http))
            return null;
        if (!Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) || origin.Authority != request.Host.Value)
            return null;
        return $"/portal/kept/{await KeepAsync(http, http.RequestAborted)}";
    }

    /// <summary>When somebody has signed in: forms of this browser will be kept.</summary>
    public static void Know(HttpContext http, IDataProtectionProvider protection) =>
        http.Response.Cookies.Append(
            Known,
            protection.CreateProtector(Known).Protect("1"),
            new()
            {
                Path = "/portal",
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                MaxAge = KnownFor,
                IsEssential = true,
            }
        );

    bool IsKnown(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[Known] is { } cookie && protection.CreateProtector(Known).Unprotect(cookie) == "1";
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>It was sent.</summary>
    public async Task ForgetAsync(HttpContext http, string key, CancellationToken ct)
    {
        var hash = HashOf(key, http.Request.Cookies[Cookie]);
        await db.KeptForms.Where(row => row.Key == hash).ExecuteDeleteAsync(ct);
    }

    /// <summary>Null where there is none, it was there too long, or another browser sent it.</summary>
    public async Task<KeptForm?> FindAsync(HttpContext http, string key, CancellationToken ct)
    {
        var (hash, now) = (HashOf(key, http.Request.Cookies[Cookie]), time.GetUtcNow());
        var kept = await db
            .KeptForms.AsNoTracking()
            .Where(row => row.Key == hash && row.ExpiresAt > now)
            .Select(row => row.Form)
            .SingleOrDefaultAsync(ct);
        return kept is null ? null : JsonSerializer.Deserialize<KeptForm>(protector.Unprotect(kept));
    }

    async Task<string> KeepAsync(HttpContext http, CancellationToken ct)
    {
        var (request, key) = (http.Request, NewKey());
        var fields = (await request.ReadFormAsync(ct))
            .Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal) && !KeptField.IsSecret(field.Key))
            .SelectMany(field => field.Value.Select(value => new KeptField(field.Key, value ?? "")));
        var form = new KeptForm(request.PathBase + request.Path + request.QueryString, [.. fields]);
        db.KeptForms.Add(
            new()
            {
                Key = HashOf(key, BrowserOf(http)),
                Form = protector.Protect(JsonSerializer.SerializeToUtf8Bytes(form)),
                ExpiresAt = time.GetUtcNow() + Lasts,
            }
        );
        await db.SaveChangesAsync(ct);
        return key;
    }

    /// <summary>One for all forms of the browser, so that a second tab does not lose that of the first.</summary>
    static string BrowserOf(HttpContext http)
    {
        var browser = http.Request.Cookies[Cookie] ?? NewKey();
        http.Response.Cookies.Append(
            Cookie,
            browser,
            new()
            {
                Path = "/portal",
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                MaxAge = Lasts,
                IsEssential = true,
            }
        );
        return browser;
    }

    static string NewKey() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    static byte[] HashOf(string key, string? browser) => SHA256.HashData(Encoding.UTF8.GetBytes($"{key} {browser}"));
}

/// <param name="Address">Where it goes.</param>
/// <param name="Fields">What was typed; files are not kept.</param>
sealed record KeptForm(string Address, IReadOnlyList<KeptField> Fields);

/// <param name="Name">Name in the form.</param>
/// <param name="Value">What was typed.</param>
sealed record KeptField(string Name, string Value)
{
    /// <summary>What only the form itself needs to know, or the page.</summary>
    public bool IsShown =>
        Value.Length > 0
        && Name is not ("once" or "kept" or "_handler" or "Do")
        && !Name.EndsWith("Version", StringComparison.Ordinal)
        && !Guid.TryParse(Value, out _);

    /// <summary>Passwords are typed again.</summary>
    public static bool IsSecret(string name) => name.EndsWith("Secret", StringComparison.Ordinal);
}
