using Integrationskonzept.Scheduling;
using Integrationskonzept.Scheduling.Tests;
using Integrationskonzept.Testing;

[assembly: AssemblyFixture(typeof(SchedulingService))]

namespace Integrationskonzept.Scheduling.Tests;

public sealed class SchedulingService() : ServiceUnderTest<Scheduling.Program, SchedulingDb>("scheduling")
{
    readonly DirectoryInfo pickup = Directory.CreateTempSubdirectory("integrationskonzept-mails-");
    RenderingDouble? rendering;

    /// <summary>What was mailed where no server is set.</summary>
    public Mailbox Mails { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        rendering = await RenderingDouble.StartAsync();
        Settings["services:rendering:http:0"] = rendering.Url;
        Mails = new(pickup.FullName);
        Settings["Mail:PickupFolder"] = pickup.FullName;
        Settings["Mail:LookEvery"] = "00:00:00.2";
        Settings["Mail:Lease"] = "00:00:05"; // tests stop processes while they send
        Settings["Mail:FirstPause"] = "00:00:00.1";
        Settings["Registrations:LookEvery"] = "00:00:00.5";
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (rendering is not null) await rendering.DisposeAsync();
        pickup.Delete(recursive: true);
    }
}
