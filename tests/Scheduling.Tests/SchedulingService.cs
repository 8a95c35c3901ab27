using Integrationskonzept.Scheduling.Tests;
using Integrationskonzept.Testing;
using Microsoft.AspNetCore.Mvc.Testing;

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
        Settings["Mail:MostPerCaller"] = "100000"; // all tests are one caller
        Settings["Mail:LookEvery"] = "00:00:00.2";
        Settings["Mail:FirstPause"] = "00:00:00.1";
        Settings["Registrations:LookEvery"] = "00:00:00.5";
        await base.InitializeAsync();
    }

    /// <summary>A second process beside the first, with a setting of its own.</summary>
    public WebApplicationFactory<Scheduling.Program> Beside(string key, string value) =>
        WithWebHostBuilder(web => web.UseSetting(key, value).TakesUpNothing());

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (rendering is not null)
            await rendering.DisposeAsync();
        pickup.Delete(recursive: true);
    }
}
