using System.Security.Cryptography;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Integrationskonzept.Scheduling.Attendance.Links;

/// <summary>
/// What links in mails carry: signed and encrypted for one tenant and one kind of link. It stands behind the address's #, so that no
/// server's log has it. Until when a link is good its kind says: a time-limited protector would not tell what expired from what is forged.
/// </summary>
sealed class SealedLinks(IDataProtectionProvider protection, TenantContext tenant, IConfiguration configuration)
{
    readonly Uri site = PublicUrl.Of(configuration);

    /// <summary>The address of a page of the Landkreis.</summary>
    public string Page(string path) => new Uri(site, $"{tenant.Required}/{path}").AbsoluteUri;

    public string Seal(string kind, byte[] content) => WebEncoders.Base64UrlEncode(ProtectorFor(kind).Protect(content));

    /// <exception cref="LinkInvalid">It was not sealed here, or not for this.</exception>
    public byte[] Open(string kind, string token)
    {
        try
        {
            return ProtectorFor(kind).Unprotect(WebEncoders.Base64UrlDecode(token));
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException)
        {
            throw new LinkInvalid();
        }
    }

    IDataProtector ProtectorFor(string kind) => protection.CreateProtector(kind, tenant.Required);
}

/// <summary>Not one of ours, or not whole.</summary>
public sealed class LinkInvalid()
    : UnprocessableProblem(
        "link-invalid",
        new(
            "Dieser Link ist nicht gültig. Öffnen Sie ihn direkt aus der Mail; manche Programme trennen lange Links.",
            "This link is not valid. Open it right from the mail; some programs break long links."
        )
    );
