using System.Buffers.Binary;
using System.Security.Cryptography;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

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
/// Tokens of links: signed and encrypted for one tenant, expiring, for one purpose. That each is good for one use follows from the state
/// that it names. They stand behind the address's #, so that no server's log has them.
/// </summary>
sealed class RegistrationLinks(IDataProtectionProvider protection, TenantContext tenant, TimeProvider time, IConfiguration configuration)
{
    const int Length = 1 + 16 + 4 + 8;
    readonly Uri site = PublicUrl.Of(configuration);
    readonly IDataProtector protector = protection.CreateProtector("registration-links", tenant.Required);

    /// <summary>The page that a link leads to; the public site reads the purpose and the token from the fragment.</summary>
    public string To(Event about, LinkToken token) => $"{Page(about)}#{token.Purpose.ToString().ToLowerInvariant()}={Write(token)}";

    public string Page(Event about) => new Uri(site, $"{tenant.Required}/events/{about.Id}/registration").AbsoluteUri;

    /// <summary>An address on the platform.</summary>
    public string At(string path) => new Uri(site, path).AbsoluteUri;

    public string Write(LinkToken token)
    {
        var bytes = new byte[Length];
        bytes[0] = (byte)token.Purpose;
        token.Id.TryWriteBytes(bytes.AsSpan(1));
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(17), token.Stamp);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(21), token.Expires.ToUnixTimeMilliseconds());
        return WebEncoders.Base64UrlEncode(protector.Protect(bytes));
    }

    /// <summary>Reads a token for any purpose, or says what is wrong with it.</summary>
    public LinkToken Read(string text)
    {
        byte[] bytes;
        try
        {
            bytes = protector.Unprotect(WebEncoders.Base64UrlDecode(text));
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException)
        {
            throw new LinkInvalid();
        }
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
