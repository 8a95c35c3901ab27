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

    readonly DirectoryInfo pickup = Directory.CreateTempSubdirectory("integrationskonzept-mails-");

    /// <summary>What was sent.</summary>
    public Mailbox Mails => field ??= new(pickup.FullName);

    public override async ValueTask InitializeAsync()
    {
        Settings["Identity:SigningKey"] = Convert.ToBase64String(Encoding.ASCII.GetBytes(SigningKey.ExportPkcs8PrivateKeyPem()));
        Settings["Identity:EncryptionKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        Settings["Identity:DevelopmentSeed"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        Settings["Identity:DevelopmentAccountsFile"] = AccountsFile;
        Settings["Identity:HashRounds"] = "1000";
        Settings["Identity:SignInPatience"] = "00:05:00"; // however busy the machine is
        Settings["Mail:PickupFolder"] = pickup.FullName;
        Settings["Mail:MostPerCaller"] = "100000"; // all tests are one caller
        Settings["Mail:LookEvery"] = "00:00:00.2";
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        File.Delete(AccountsFile);
        pickup.Delete(recursive: true);
        SigningKey.Dispose();
    }
}
