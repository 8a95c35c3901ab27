using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Integrationskonzept.Contracts;

/// <summary>
/// Somebody was invited to an event, has registered for it, or will not come. Told with each change, so that others see which groups are
/// expected and who need not be asked any more. Aggregate: the invitation or the registration.
/// </summary>
public sealed record EventGuestNoted : IntegrationEvent
{
    /// <summary>The event.</summary>
    public required Guid EventId { get; init; }

    /// <summary>How things stand with them.</summary>
    public required GuestStanding Standing { get; init; }

    /// <summary>The group that they come from; null where an invitation names none.</summary>
    public StakeholderGroup? Group { get; init; }

    /// <summary>A mark of their mail address, see <see cref="MarkOf"/>; null where none is known, and once they are forgotten.</summary>
    public string? Mark { get; init; }

    /// <summary>
    /// True once it is forgotten who it was: the mark that was told before goes for good. How things stood is still counted.
    /// </summary>
    public bool IsForgotten { get; init; }

    /// <summary>
    /// By it a service that knows the address can recognise it at this event, and nobody can join events: the first 128 bits of SHA-256
    /// over event and address, in base64url. Who has it and guesses the address can prove it: it is personal data.
    /// </summary>
    /// <param name="eventId">The event.</param>
    /// <param name="address">Mail address as addresses are compared.</param>
    public static string MarkOf(Guid eventId, string address) => EventMark.Of(eventId, address);
}

/// <summary>How things stand with somebody and an event.</summary>
public enum GuestStanding
{
    /// <summary>Was invited.</summary>
    Invited,

    /// <summary>Has a seat.</summary>
    Registered,

    /// <summary>Waits for a seat, or for the yes to one that is kept for them: the staff's or their own.</summary>
    Waiting,

    /// <summary>Has withdrawn or was refused, and with that their invitation.</summary>
    Gone,
}

static class EventMark
{
    public static string Of(Guid eventId, string who) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{eventId:N}/{who}")).AsSpan(0, 16));
}
