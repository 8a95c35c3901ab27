using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Integrationskonzept.ServiceDefaults.Data;

/// <summary>
/// Encrypts protection keys before they are stored (AES-256-GCM), so that who reads the database can't make cookies or links. The key is
/// <c>DataProtection:Key</c>; those of <c>DataProtection:FormerKeys</c> (separated by commas) still decrypt what they encrypted.
/// </summary>
public sealed class ProtectionKeyCipher : IXmlEncryptor, IXmlDecryptor
{
    const int KeyLength = 32,
        NonceLength = 12,
        TagLength = 16;
    readonly byte[][] keys;

    /// <summary>With the keys of the configuration; one that is missing or none is told at once.</summary>
    public ProtectionKeyCipher(IConfiguration configuration)
    {
        if (configuration["DataProtection:Key"] is not { Length: > 0 } key)
            throw new InvalidOperationException(
                "DataProtection:Key (32 bytes in base64) must be configured: it encrypts the keys of cookies and links in the database."
            );
        keys =
        [
            Read(key),
            .. (configuration["DataProtection:FormerKeys"] ?? "")
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(Read),
        ];
    }

    /// <summary>As Data Protection makes a decryptor, by the type's name that is stored beside what it encrypted.</summary>
    public ProtectionKeyCipher(IServiceProvider services)
        : this(services.GetRequiredService<IConfiguration>()) { }

    /// <inheritdoc/>
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var sealedBytes = new byte[NonceLength + TagLength + plain.Length];
        var (nonce, tag, cipher) = Parts(sealedBytes);
        RandomNumberGenerator.Fill(nonce.Span);
        using var aes = new AesGcm(keys[0], TagLength);
        aes.Encrypt(nonce.Span, plain, cipher.Span, tag.Span);
        return new(
            new XElement("sealed", new XAttribute("key", NameOf(keys[0])), Convert.ToBase64String(sealedBytes)),
            typeof(ProtectionKeyCipher)
        );
    }

    /// <inheritdoc/>
    public XElement Decrypt(XElement encryptedElement)
    {
        var name = encryptedElement.Attribute("key")!.Value;
        var key =
            keys.FirstOrDefault(key => NameOf(key) == name)
            ?? throw new CryptographicException(
                $"A protection key was encrypted with the key {name}…, which is neither DataProtection:Key nor one of "
                    + "DataProtection:FormerKeys."
            );
        var (nonce, tag, cipher) = Parts(Convert.FromBase64String(encryptedElement.Value));
        var plain = new byte[cipher.Length];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(nonce.Span, cipher.Span, tag.Span, plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }

    static (Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Cipher) Parts(byte[] bytes) =>
        (bytes.AsMemory(0, NonceLength), bytes.AsMemory(NonceLength, TagLength), bytes.AsMemory(NonceLength + TagLength));

    static byte[] Read(string key)
    {
        var bytes = new byte[KeyLength];
        return Convert.TryFromBase64String(key, bytes, out var length) && length == KeyLength
            ? bytes
            : throw new InvalidOperationException(
                "DataProtection:Key and DataProtection:FormerKeys are 32 bytes each, in base64 (openssl rand -base64 32)."
            );
    }

    /// <summary>Tells keys apart without telling them.</summary>
    static string NameOf(byte[] key) => Convert.ToHexStringLower(SHA256.HashData(key))[..8];
}
