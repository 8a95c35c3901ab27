using Integrationskonzept.Publication.Tests;
using Integrationskonzept.Testing;

[assembly: AssemblyFixture(typeof(PublicationService))]

namespace Integrationskonzept.Publication.Tests;

public sealed class PublicationService() : ServiceUnderTest<Publication.Program, PublicationDb>("publication")
{
    RenderingDouble? rendering;

    public override async ValueTask InitializeAsync()
    {
        rendering = await RenderingDouble.StartAsync();
        Settings["services:rendering:http:0"] = rendering.Url;
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (rendering is not null)
            await rendering.DisposeAsync();
    }
}
