using System.Security.Cryptography;
using System.Text;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Mailing.Queue;

/// <summary>How many mails somebody who is not signed in has caused to an address today, in all Landkreise together.</summary>
public sealed class AddressAllowance
{
    /// <summary>SHA-256 of the address: enough to count, not to write to.</summary>
    public required string Address { get; init; }
    public required int Mails { get; init; }
    public required DateTimeOffset Until { get; init; }
}

/// <summary>Nobody is flooded through us.</summary>
public sealed class MailAllowance(ServiceDb db, TimeProvider time, IOptions<MailOptions> options, MailMetrics metrics)
{
    /// <summary>Takes one mail of the address's daily share; false when it is used up.</summary>
    public async Task<bool> TakeAsync(string address, CancellationToken ct)
    {
        var (hash, now) = (HashOf(address), time.GetUtcNow());
        var taken = await db.Database.ExecuteSqlAsync($"""
            insert into address_allowance as known (address, mails, until) values ({hash}, 1, {now.AddDays(1)})
            on conflict (address) do update set
                mails = case when known.until <= {now} then 1 else known.mails + 1 end,
                until = case when known.until <= {now} then excluded.until else known.until end
            where known.until <= {now} or known.mails < {options.Value.MostPerAddress}
            """, ct) == 1;
        if (!taken) metrics.Withheld();
        return taken;
    }

    /// <summary>An address as it is compared: case says nothing.</summary>
    public static string KeyOf(string address) => address.Trim().ToLowerInvariant();

    /// <summary>An address as it is remembered where it must not be readable.</summary>
    public static string HashOf(string address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(KeyOf(address))));
}
