using Integrationskonzept.Scheduling;
using Integrationskonzept.Scheduling.Tests;
using Integrationskonzept.Testing;

[assembly: AssemblyFixture(typeof(SchedulingService))]

namespace Integrationskonzept.Scheduling.Tests;

public sealed class SchedulingService() : ServiceUnderTest<Scheduling.Program, SchedulingDb>("scheduling");
