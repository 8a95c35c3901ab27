using System.Security.Cryptography;
using System.Xml.Linq;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.Extensions.Configuration;

namespace Integrationskonzept.ServiceDefaults.Tests.Data;

public sealed class When_keys_protect
{
    static readonly XElement Secret = XElement.Parse("<masterKey><value>c2VjcmV0</value></masterKey>");
    readonly string old = NewKey(),
        current = NewKey();

    [Fact]
    public void They_are_encrypted_and_read_again()
    {
        var stored = Cipher(current).Encrypt(Secret);
        stored.EncryptedElement.ToString().ShouldNotContain("c2VjcmV0");
        stored.DecryptorType.ShouldBe(typeof(ProtectionKeyCipher));
        Cipher(current).Decrypt(stored.EncryptedElement).ToString().ShouldBe(Secret.ToString());
    }

    [Fact]
    public void A_former_key_reads_and_a_foreign_one_says_which_is_missing()
    {
        var stored = Cipher(old).Encrypt(Secret).EncryptedElement;
        Cipher(current, $"{NewKey()}, {old}").Decrypt(stored).ToString().ShouldBe(Secret.ToString());
        Should.Throw<CryptographicException>(() => Cipher(current).Decrypt(stored)).Message.ShouldContain("DataProtection:FormerKeys");
    }

    [Fact]
    public void What_somebody_changed_is_not_read()
    {
        var stored = Cipher(current).Encrypt(Secret).EncryptedElement;
        var bytes = Convert.FromBase64String(stored.Value);
        bytes[^1] ^= 1;
        stored.Value = Convert.ToBase64String(bytes);
        Should.Throw<CryptographicException>(() => Cipher(current).Decrypt(stored));
    }

    [Theory]
    [InlineData(null, "must be configured")]
    [InlineData("c2hvcnQ=", "32 bytes")]
    [InlineData("not base64", "32 bytes")]
    public void A_key_that_is_none_stops_the_start(string? key, string words) =>
        Should.Throw<InvalidOperationException>(() => Cipher(key)).Message.ShouldContain(words);

    static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    static ProtectionKeyCipher Cipher(string? key, string? former = null) =>
        new(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    new Dictionary<string, string?> { ["DataProtection:Key"] = key, ["DataProtection:FormerKeys"] = former }
                )
                .Build()
        );
}
