using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Integrationskonzept.Identity.Accounts;

/// <summary>Reads what we protected and others carried.</summary>
static class Protected
{
    /// <summary>The text, or null if it is forged, or older than it may be.</summary>
    public static string? Open(this ITimeLimitedDataProtector protector, string text)
    {
        try
        {
            return protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <inheritdoc cref="Open(ITimeLimitedDataProtector, string)"/>
    public static string? Open(this IDataProtector protector, string text)
    {
        try
        {
            return protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
