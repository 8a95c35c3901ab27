using System.Security.Cryptography;
using System.Text;
using Integrationskonzept.Identity.Tests;
using Integrationskonzept.Testing;

[assembly: AssemblyFixture(typeof(IdentityService))]

namespace Integrationskonzept.Identity.Tests;

public sealed class IdentityService() : ServiceUnderTest<Identity.Program, IdentityDb>("identity")
{
    /// <summary>The key that Identity signs with, as configured.</summary>
    public RSA SigningKey { get; } = RSA.Create(2048);

    public string AccountsFile { get; } = Path.GetTempFileName();

    public override async ValueTask InitializeAsync()
    {
        Settings["Identity:SigningKey"] = Convert.ToBase64String(Encoding.ASCII.GetBytes(SigningKey.ExportPkcs8PrivateKeyPem()));
        Settings["Identity:EncryptionKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        Settings["Identity:DevelopmentSeed"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        Settings["Identity:DevelopmentAccountsFile"] = AccountsFile;
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        File.Delete(AccountsFile);
        SigningKey.Dispose();
    }
}
