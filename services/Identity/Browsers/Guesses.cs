using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Identity.Browsers;

/// <summary>How often somebody guessed, and when that is forgotten.</summary>
public sealed class GuessCount
{
    /// <summary>SHA-256 of whose guesses are counted: enough to count, not to read.</summary>
    public required string Key { get; init; }
    public required int Guesses { get; init; }
    public required DateTimeOffset Until { get; init; }
}

/// <param name="Key">Whose guesses.</param>
/// <param name="Most">How many may be open.</param>
readonly record struct GuessLimit(string Key, int Most);

/// <summary>
/// Limits of guessing. A guess is counted before it is looked at, in one statement, so that no number of parallel guesses gets past; the
/// right one is given back. Counted are first the pair of account and caller, so that one caller is shut out long before the account is,
/// for others.
/// </summary>
sealed class Guesses(IdentityDb db, TimeProvider time)
{
    public const int MostOfPair = 5;
    const int MostOfAccount = 50,
        MostOfAddress = 100;
    static readonly TimeSpan Remember = TimeSpan.FromMinutes(15);

    /// <summary>Of somebody whom we don't know: a new browser, or an attacker.</summary>
    /// <param name="what">What is guessed: password, code.</param>
    /// <param name="account">Whose.</param>
    /// <param name="address">Where the guesses come from.</param>
    public static IReadOnlyList<GuessLimit> Of(string what, string account, string address) =>
        [
            new($"{what} of {account} from {address}", MostOfPair),
            new($"{what} of {account}", MostOfAccount),
            new($"{what} from {address}", MostOfAddress),
        ];

    /// <summary>Of a browser that has signed in with this account before: strangers' guesses don't shut it out.</summary>
    public static IReadOnlyList<GuessLimit> OfKnown(string what, string device, string account) =>
        [new($"{what}, device {device} of {account}", MostOfPair)];

    /// <summary>Of an integration's secret. Nobody guesses 256 bits, so strangers elsewhere never shut it out.</summary>
    public static IReadOnlyList<GuessLimit> OfSecret(string client, string address) =>
        [new($"secret of {client} from {address}", MostOfPair), new($"secret from {address}", MostOfAddress)];

    /// <summary>False if one of the limits is reached; nothing is counted.</summary>
    public async Task<bool> AreOpenAsync(IReadOnlyList<GuessLimit> limits, CancellationToken ct)
    {
        var keys = limits.ToDictionary(HashOf, limit => limit.Most);
        var now = time.GetUtcNow();
        return (await db.Guesses.AsNoTracking().Where(row => keys.Keys.Contains(row.Key) && row.Until > now).ToListAsync(ct)).All(row =>
            row.Guesses < keys[row.Key]
        );
    }

    /// <summary>False if one of the limits is reached; that guess is not counted further.</summary>
    public async Task<bool> TakeAsync(IReadOnlyList<GuessLimit> limits, CancellationToken ct)
    {
        foreach (var limit in limits)
        {
            var key = HashOf(limit);
            var now = time.GetUtcNow();
            if (
                await db.Database.ExecuteSqlAsync(
                    $"""
                    insert into guesses as known (key, guesses, until) values ({key}, 1, {now + Remember})
                    on conflict (key) do update set guesses = case when known.until <= {now} then 1 else known.guesses + 1 end,
                        until = excluded.until
                    where known.until <= {now} or known.guesses < {limit.Most}
                    """,
                    ct
                ) == 0
            )
                return false;
        }
        return true;
    }

    /// <summary>It was right: the first limit is forgotten, the others get it back.</summary>
    public async Task GiveBackAsync(IReadOnlyList<GuessLimit> limits, CancellationToken ct)
    {
        var first = HashOf(limits[0]);
        var others = limits.Skip(1).Select(HashOf).ToArray();
        await db.Guesses.Where(row => row.Key == first).ExecuteDeleteAsync(ct);
        await db
            .Guesses.Where(row => others.Contains(row.Key))
            .ExecuteUpdateAsync(row => row.SetProperty(count => count.Guesses, count => Math.Max(0, count.Guesses - 1)), ct);
    }

    static string HashOf(GuessLimit limit) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(limit.Key)));
}

sealed class GuessTable : IEntityTypeConfiguration<GuessCount>
{
    public void Configure(EntityTypeBuilder<GuessCount> guess)
    {
        guess.ToTable("guesses").HasKey(row => row.Key);
        guess.HasIndex(row => row.Until);
    }
}
