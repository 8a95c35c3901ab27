using System.Security.Cryptography;
using System.Threading.RateLimiting;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Identity.Accounts;

/// <summary>
/// Hashes and checks passwords. Each costs a tenth of a second of a core, on purpose; so only half of the cores do it at a time, and one address
/// at most one at a time: however many try at once, other requests go on, and whoever signs in from elsewhere waits for one of them at most.
/// </summary>
sealed class Passwords : IDisposable
{
    public const int Shortest = 12, Longest = 200;
    const int MostWaiting = 400;

    static readonly int AtOnce = Math.Max(1, Environment.ProcessorCount / 2);
    static readonly object Anyone = new();
    readonly PasswordHasher<object> hasher;
    readonly string nobodys;
    readonly PartitionedRateLimiter<string> turns = PartitionedRateLimiter.CreateChained(Of(address => address, 1), Of(_ => "", AtOnce));

    public Passwords(IOptions<PasswordHasherOptions> options)
    {
        hasher = new(options);
        nobodys = Hash(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
    }

    /// <summary>Whether it is the password. Takes the same time if there is none.</summary>
    /// <exception cref="SignInBusy">Hundreds wait already.</exception>
    public async Task<bool> MatchesAsync(string? hash, string password, string address, CancellationToken ct)
    {
        using var turn = await TurnAsync(address, ct);
        return Matches(hash, password);
    }

    /// <summary>The same for who has a turn already.</summary>
    public bool Matches(string? hash, string password) =>
        hasher.VerifyHashedPassword(Anyone, hash ?? nobodys, password.Length <= Longest ? password : "") != PasswordVerificationResult.Failed && hash is not null;

    /// <summary>Waits until it is this address's turn, which ends when it is disposed of.</summary>
    /// <exception cref="SignInBusy">Hundreds wait already.</exception>
    public async Task<IDisposable> TurnAsync(string address, CancellationToken ct) =>
        await turns.AcquireAsync(address, 1, ct) is { IsAcquired: true } lease ? lease : throw new SignInBusy();

    /// <exception cref="SignInBusy">Hundreds wait already.</exception>
    public async Task<string> HashAsync(string password, string address, CancellationToken ct)
    {
        using var turn = await TurnAsync(address, ct);
        return Hash(password);
    }

    /// <summary>Without waiting for anybody.</summary>
    public string Hash(string password) => hasher.HashPassword(Anyone, password);

    /// <summary>What is wrong with a new password, if anything is.</summary>
    public static Text? Refusal(string? password) => password switch
    {
        not { Length: >= Shortest } => new($"Das Passwort braucht mindestens {Shortest} Zeichen.", $"The password needs at least {Shortest} characters."),
        { Length: > Longest } => new($"Das Passwort darf höchstens {Longest} Zeichen haben.", $"The password can have {Longest} characters at most."),
        _ => null,
    };

    public void Dispose() => turns.Dispose();

    static PartitionedRateLimiter<string> Of(Func<string, string> key, int permits) => PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetConcurrencyLimiter(key(address), _ => new()
        {
            PermitLimit = permits, QueueLimit = MostWaiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }));
}

/// <summary>Too many sign in at once.</summary>
public sealed class SignInBusy() : Problem(StatusCodes.Status503ServiceUnavailable, "sign-in-busy", new("Gerade melden sich zu viele an", "Too many are signing in"),
    new("Versuchen Sie es in einer Minute noch einmal.", "Try again in a minute."));
