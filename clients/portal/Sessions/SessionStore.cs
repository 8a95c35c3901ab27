using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Portal.Sessions;

/// <summary>Keeps tickets at the server, encrypted; the cookie holds nothing but a random key.</summary>
sealed class SessionStore(IServiceScopeFactory scopes, IDataProtectionProvider protection, TimeProvider time) : ITicketStore
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    readonly IDataProtector protector = protection.CreateProtector("session");

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        await WriteAsync(key, ticket);
        return key;
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket) => WriteAsync(key, ticket);

    /// <summary>Remembers for the rest of the request whose session it is.</summary>
    public Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext http, CancellationToken ct)
    {
        http.Items[typeof(SessionStore)] = key;
        return RetrieveAsync(key);
    }

    /// <summary>The key of the session that this request came with.</summary>
    public static string? KeyOf(HttpContext http) => http.Items[typeof(SessionStore)] as string;

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (hash, now) = (HashOf(key), time.GetUtcNow());
        var kept = await scope
            .ServiceProvider.GetRequiredService<PortalDb>()
            .Sessions.AsNoTracking()
            .Where(row => row.Key == hash && row.ExpiresAt > now)
            .Select(row => row.Ticket)
            .SingleOrDefaultAsync();
        return kept is null ? null : TicketSerializer.Default.Deserialize(protector.Unprotect(kept));
    }

    public async Task RemoveAsync(string key)
    {
        await using var scope = scopes.CreateAsyncScope();
        var hash = HashOf(key);
        await scope.ServiceProvider.GetRequiredService<PortalDb>().Sessions.Where(row => row.Key == hash).ExecuteDeleteAsync();
    }

    async Task WriteAsync(string key, AuthenticationTicket ticket)
    {
        await using var scope = scopes.CreateAsyncScope();
        var hash = HashOf(key);
        var bytes = protector.Protect(TicketSerializer.Default.Serialize(ticket));
        var expires = ticket.Properties.ExpiresUtc ?? time.GetUtcNow() + Lasts;
        await scope
            .ServiceProvider.GetRequiredService<PortalDb>()
            .Database.ExecuteSqlAsync(
                $"""
                insert into sessions (key, ticket, expires_at) values ({hash}, {bytes}, {expires})
                on conflict (key) do update set ticket = excluded.ticket, expires_at = excluded.expires_at
                """
            );
    }

    static byte[] HashOf(string key) => SHA256.HashData(Encoding.ASCII.GetBytes(key));
}
