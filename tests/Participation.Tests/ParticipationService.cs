using Integrationskonzept.Participation.Tests;
using Integrationskonzept.Testing;

[assembly: AssemblyFixture(typeof(ParticipationService))]

namespace Integrationskonzept.Participation.Tests;

public sealed class ParticipationService() : ServiceUnderTest<Participation.Program, ParticipationDb>("participation")
{
    public override ValueTask InitializeAsync()
    {
        Settings["TopicAreas:LookEvery"] = "00:00:00.2";
        Settings["Moderation:LookEvery"] = "00:00:01";
        return base.InitializeAsync();
    }
}
