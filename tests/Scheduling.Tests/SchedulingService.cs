using Integrationskonzept.Scheduling.Tests;
using Integrationskonzept.Testing;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;

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

    /// <summary>
    /// A second process beside the first that answers requests and forgets, with a setting of its own. It takes up nothing else, no
    /// message, mail or plan: that would be lost for a while when its test ends, whoever's it is.
    /// </summary>
    public WebApplicationFactory<Scheduling.Program> Beside(string key, string value) =>
        WithWebHostBuilder(web =>
            web.UseSetting(key, value)
                .ConfigureTestServices(services =>
                {
                    foreach (var work in new[] { "MassTransitHostedService", "OutboxRelay", "MailRelay", "PlanningRunWorker" })
                        services.Remove(services.Single(service => service.ImplementationType?.Name == work));
                })
        );

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (rendering is not null)
            await rendering.DisposeAsync();
        pickup.Delete(recursive: true);
    }
}
