using System.Security.Cryptography;
using System.Text;
using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Mailing.Queue;

/// <summary>Nobody is flooded through us, and nobody floods.</summary>
public sealed class MailAllowance(ServiceDb db, TimeProvider time, IOptions<MailOptions> options, MailMetrics metrics)
{
    /// <summary>Takes one mail of the mailbox's daily share; false when it is used up.</summary>
    /// <param name="address">Address.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="of">What the share is of, where a kind of mail has one of its own.</param>
    public Task<bool> TakeAsync(string address, CancellationToken ct, string of = "anything") =>
        TakeAsync($"mailbox, {of}: {MailAddresses.MailboxOf(address)}", options.Value.MostPerAddress, TimeSpan.FromDays(1), ct);

    /// <summary>Takes one mail of the caller's share of this minute, whoever it goes to.</summary>
    /// <param name="caller">Subject, or address of who is not signed in.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="TooManyMails">It is used up.</exception>
    public async Task RequireAsync(string caller, CancellationToken ct)
    {
        if (!await TakeAsync($"caller {caller}", options.Value.MostPerCaller, TimeSpan.FromMinutes(1), ct))
            throw new TooManyMails();
    }

    /// <summary>An address as it is remembered where it must not be readable.</summary>
    public static string HashOf(string address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(MailAddresses.KeyOf(address))));

    async Task<bool> TakeAsync(string whose, int most, TimeSpan window, CancellationToken ct)
    {
        var hash = HashOf(whose);
        var now = time.GetUtcNow();
        var taken =
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into address_allowance as known (address, mails, until) values ({hash}, 1, {now + window})
                on conflict (address) do update set
                    mails = case when known.until <= {now} then 1 else known.mails + 1 end,
                    until = case when known.until <= {now} then excluded.until else known.until end
                where known.until <= {now} or known.mails < {most}
                """,
                ct
            ) == 1;
        if (!taken)
            metrics.Withheld();
        return taken;
    }
}

/// <summary>This mailbox, or who asks, has had its share.</summary>
public sealed class TooManyMails()
    : Problem(
        StatusCodes.Status429TooManyRequests,
        "too-many-mails",
        new("Zu viele Mails", "Too many mails"),
        new(
            "An diese Adresse gingen heute schon genug Mails, oder von hier kamen in dieser Minute zu viele Anfragen. "
                + "Versuchen Sie es später wieder.",
            "Enough mails went to this address today, or too many requests came from here within a minute. Try again later."
        )
    );
