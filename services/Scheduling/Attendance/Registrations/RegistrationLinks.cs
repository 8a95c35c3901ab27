using System.Buffers.Binary;
using Integrationskonzept.Scheduling.Attendance.Links;
using Integrationskonzept.Scheduling.Events;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <summary>What a link in a mail is for; each for one thing only.</summary>
public enum LinkPurpose
{
    /// <summary>Confirms the address and registers.</summary>
    Confirm,

    /// <summary>Takes up an invitation.</summary>
    Invitation,

    /// <summary>Takes the seat that is offered.</summary>
    Accept,

    /// <summary>Changes what was said.</summary>
    Change,

    /// <summary>Withdraws.</summary>
    Withdraw,

    /// <summary>Renews the address of the personal calendar.</summary>
    Calendar,

    /// <summary>Gets the certificate of attendance, as often as it is needed.</summary>
    Certificate,
}

/// <param name="Purpose">What it is for.</param>
/// <param name="Id">The request, invitation, registration or contact.</param>
/// <param name="Stamp">Which state of it; a link of an older one is used up.</param>
/// <param name="Expires">Until when it is good.</param>
public readonly record struct LinkToken(LinkPurpose Purpose, Guid Id, int Stamp, DateTimeOffset Expires);

/// <summary>
/// Links around a registration: sealed, expiring, for one purpose. That each is good for one use follows from the state that it names.
/// </summary>
sealed class RegistrationLinks(SealedLinks links, TimeProvider time)
{
    const int Length = 1 + 16 + 4 + 8;
    const string Kind = "registration-links";

    /// <summary>The page that a link leads to; the public site reads the purpose and the token from the fragment.</summary>
    public string To(Event about, LinkToken token) => $"{Page(about)}#{token.Purpose.ToString().ToLowerInvariant()}={Write(token)}";

    public string Page(Event about) => links.Page($"events/{about.Id}/registration");

    string Write(LinkToken token)
    {
        var bytes = new byte[Length];
        bytes[0] = (byte)token.Purpose;
        token.Id.TryWriteBytes(bytes.AsSpan(1));
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(17), token.Stamp);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(21), token.Expires.ToUnixTimeMilliseconds());
        return links.Seal(Kind, bytes);
    }

    /// <summary>Reads a token for any purpose, or says what is wrong with it.</summary>
    public LinkToken Read(string text)
    {
        var bytes = links.Open(Kind, text);
        var token = new LinkToken(
            (LinkPurpose)bytes[0],
            new(bytes.AsSpan(1, 16)),
            BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(17)),
            DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(21)))
        );
        return token.Expires > time.GetUtcNow() ? token : throw new LinkExpired();
    }

    /// <summary>Reads a token for this purpose only.</summary>
    public LinkToken Read(string text, LinkPurpose purpose) =>
        Read(text) is var token && token.Purpose == purpose ? token : throw new LinkForOther(token.Purpose);
}
