using System.Security.Cryptography;
using System.Threading.RateLimiting;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Identity.Accounts;

/// <summary>
/// Hashes and checks passwords. Each costs a tenth of a second of a core, on purpose; so only half of the cores do it at a time, and one
/// address at most one at a time: however many try at once, other requests go on, and whoever signs in from elsewhere waits for one of them
/// at most. Nobody waits for longer than is of use: the gateway gives up after 15 seconds.
/// </summary>
sealed class Passwords : IDisposable
{
    public const int Shortest = 12,
        Longest = 200;

    /// <summary>Of one address (the sixty of an office may come at once), and addresses of which somebody waits.</summary>
    const int MostOfAddress = 60,
        MostAddresses = 80;

    static readonly int AtOnce = Math.Max(1, Environment.ProcessorCount / 2);
    static readonly object Anyone = new();
    readonly PasswordHasher<object> hasher;
    readonly string nobodys;
    readonly TimeSpan patience;
    readonly PartitionedRateLimiter<string> turns = PartitionedRateLimiter.CreateChained(
        Of(address => address, 1, MostOfAddress),
        Of(_ => "", AtOnce, MostAddresses)
    );

    public Passwords(IOptions<PasswordHasherOptions> options, TimeSpan? patience = null)
    {
        hasher = new(options);
        nobodys = Hash(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        this.patience = patience ?? TimeSpan.FromSeconds(8);
    }

    /// <summary>Whether it is the password. Takes the same time if there is none.</summary>
    /// <exception cref="SignInBusy">Too many wait already.</exception>
    public async Task<bool> MatchesAsync(string? hash, string password, string address, CancellationToken ct)
    {
        using var turn = await TurnAsync(address, ct);
        return Matches(hash, password);
    }

    /// <summary>The same for who has a turn already.</summary>
    public bool Matches(string? hash, string password) => Check(hash, password) != PasswordVerificationResult.Failed;

    /// <summary>The same, and whether its hash has fewer rounds than are demanded now.</summary>
    public PasswordVerificationResult Check(string? hash, string password)
    {
        var result = hasher.VerifyHashedPassword(Anyone, hash ?? nobodys, password.Length <= Longest ? password : "");
        return hash is null ? PasswordVerificationResult.Failed : result;
    }

    /// <summary>Waits until it is this address's turn, which ends when it is disposed of.</summary>
    /// <exception cref="SignInBusy">Too many wait already, or it has taken too long.</exception>
    public async Task<IDisposable> TurnAsync(string address, CancellationToken ct)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(ct);
        waiting.CancelAfter(patience);
        try
        {
            return await turns.AcquireAsync(address, 1, waiting.Token) is { IsAcquired: true } lease ? lease : throw new SignInBusy();
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new SignInBusy();
        }
    }

    /// <exception cref="SignInBusy">Too many wait already.</exception>
    public async Task<string> HashAsync(string password, string address, CancellationToken ct)
    {
        using var turn = await TurnAsync(address, ct);
        return Hash(password);
    }

    /// <summary>Without waiting for anybody.</summary>
    public string Hash(string password) => hasher.HashPassword(Anyone, password);

    /// <summary>What is wrong with a new password, if anything is.</summary>
    public static Text? Refusal(string? password) =>
        password switch
        {
            not { Length: >= Shortest } => new(
                $"Das Passwort braucht mindestens {Shortest} Zeichen.",
                $"The password needs at least {Shortest} characters."
            ),
            { Length: > Longest } => new(
                $"Das Passwort darf höchstens {Longest} Zeichen haben.",
                $"The password can have {Longest} characters at most."
            ),
            _ => null,
        };

    public void Dispose() => turns.Dispose();

    static PartitionedRateLimiter<string> Of(Func<string, string> key, int permits, int waiting) =>
        PartitionedRateLimiter.Create<string, string>(address =>
            RateLimitPartition.GetConcurrencyLimiter(
                key(address),
                _ =>
                    new()
                    {
                        PermitLimit = permits,
                        QueueLimit = waiting,
                        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
                    }
            )
        );
}

/// <summary>Too many sign in at once.</summary>
public sealed class SignInBusy()
    : Problem(
        StatusCodes.Status503ServiceUnavailable,
        "sign-in-busy",
        new("Gerade melden sich zu viele an", "Too many are signing in"),
        new("Versuchen Sie es in einigen Sekunden noch einmal.", "Try again in a few seconds.")
    );
