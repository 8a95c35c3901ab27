using Integrationskonzept.Scheduling;
using Integrationskonzept.Scheduling.Tests;
using Integrationskonzept.Testing;

[assembly: AssemblyFixture(typeof(SchedulingService))]

namespace Integrationskonzept.Scheduling.Tests;

public sealed class SchedulingService() : ServiceUnderTest<Scheduling.Program, SchedulingDb>("scheduling")
{
    RenderingDouble? rendering;

    public override async ValueTask InitializeAsync()
    {
        rendering = await RenderingDouble.StartAsync();
        Settings["services:rendering:http:0"] = rendering.Url;
        Settings["Registrations:LookEvery"] = "00:00:00.5";
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (rendering is not null) await rendering.DisposeAsync();
    }
}
