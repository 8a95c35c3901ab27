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
/// A form that was sent after its session had ended waits, encrypted, until its sender has signed in again: nothing that was typed is lost.
/// Only the browser that sent it has the key.
/// </summary>
sealed class KeptForms(PortalDb db, IDataProtectionProvider protection, TimeProvider time)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);
    const int Most = 64 * 1024;

    readonly IDataProtector protector = protection.CreateProtector("form");

    /// <summary>Before someone is sent to sign in: what they have sent is shown to them when they come back.</summary>
    public static async Task KeepAsync(RedirectContext context)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.ContentLength is null or > Most)
            return;
        // A foreign page can send its own form here, too, and must not have it shown as the person's.
        if (!Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) || origin.Authority != request.Host.Value)
            return;
        var forms = context.HttpContext.RequestServices.GetRequiredService<KeptForms>();
        var key = await forms.KeepAsync(request, context.HttpContext.RequestAborted);
        context.Properties.RedirectUri = $"/portal/kept/{key}";
    }

    /// <summary>Null where there is none, or it was there too long.</summary>
    public async Task<KeptForm?> FindAsync(string key, CancellationToken ct)
    {
        var (hash, now) = (HashOf(key), time.GetUtcNow());
        var kept = await db
            .KeptForms.AsNoTracking()
            .Where(row => row.Key == hash && row.ExpiresAt > now)
            .Select(row => row.Form)
            .SingleOrDefaultAsync(ct);
        return kept is null ? null : JsonSerializer.Deserialize<KeptForm>(protector.Unprotect(kept));
    }

    async Task<string> KeepAsync(HttpRequest request, CancellationToken ct)
    {
        var key = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var fields = (await request.ReadFormAsync(ct))
            .Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal))
            .SelectMany(field => field.Value.Select(value => new KeptField(field.Key, value ?? "")));
        var form = new KeptForm(request.PathBase + request.Path + request.QueryString, [.. fields]);
        db.KeptForms.Add(
            new()
            {
                Key = HashOf(key),
                Form = protector.Protect(JsonSerializer.SerializeToUtf8Bytes(form)),
                ExpiresAt = time.GetUtcNow() + Lasts,
            }
        );
        await db.SaveChangesAsync(ct);
        return key;
    }

    static byte[] HashOf(string key) => SHA256.HashData(Encoding.ASCII.GetBytes(key));
}

/// <param name="Address">Where it goes.</param>
/// <param name="Fields">What was typed; files are not kept.</param>
sealed record KeptForm(string Address, IReadOnlyList<KeptField> Fields);

/// <param name="Name">Name in the form.</param>
/// <param name="Value">What was typed.</param>
sealed record KeptField(string Name, string Value);
