using Integrationskonzept.Scheduling;
using Integrationskonzept.Scheduling.Tests;
using Integrationskonzept.Testing;

[assembly: AssemblyFixture(typeof(SchedulingService))]

namespace Integrationskonzept.Scheduling.Tests;

public sealed class SchedulingService() : ServiceUnderTest<Scheduling.Program, SchedulingDb>("scheduling")
{
    public override ValueTask InitializeAsync()
    {
        Settings["Registrations:LookEvery"] = "00:00:00.5";
        return base.InitializeAsync();
    }
}
