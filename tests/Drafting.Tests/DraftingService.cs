using Integrationskonzept.Drafting.Tests;
using Integrationskonzept.Testing;

[assembly: AssemblyFixture(typeof(DraftingService))]

namespace Integrationskonzept.Drafting.Tests;

public sealed class DraftingService() : ServiceUnderTest<Drafting.Program, DraftingDb>("drafting")
{
    public CouncilSystem CouncilSystem { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        CouncilSystem = await CouncilSystem.StartAsync();
        Settings["Papers:Sources:0"] = CouncilSystem.Url;
        Settings["Papers:Sources:1"] = $"http://localhost:{new Uri(CouncilSystem.Url).Port}";
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await CouncilSystem.DisposeAsync();
    }
}
