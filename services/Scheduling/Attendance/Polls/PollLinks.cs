using System.Security.Cryptography;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Integrationskonzept.Scheduling.Attendance.Polls;

/// <summary>
/// Personal links of polls: signed and encrypted for one tenant, for nothing but the answer of one invitation. They can be used until the
/// deadline, which may move; so the deadline is asked of the poll, and not written into the link.
/// </summary>
sealed class PollLinks(IDataProtectionProvider protection, TenantContext tenant, IConfiguration configuration)
{
    const int Length = 16;
    readonly Uri site = PublicUrl.Of(configuration);
    readonly IDataProtector protector = protection.CreateProtector("poll-links", tenant.Required);

    /// <summary>The page that a link leads to; its script reads the token behind the #, so that no server's log has it.</summary>
    public string To(PollInvitation invitation) =>
        new Uri(site, $"{tenant.Required}/polls/{invitation.PollId}#answer={Write(invitation.Id)}").AbsoluteUri;

    string Write(Guid invitation) => WebEncoders.Base64UrlEncode(protector.Protect(invitation.ToByteArray(bigEndian: true)));

    /// <summary>The invitation that a token names.</summary>
    public Guid Read(string text)
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
        return bytes.Length == Length ? new Guid(bytes, bigEndian: true) : throw new LinkInvalid();
    }
}
