using Integrationskonzept.Drafting.Tests;
using Integrationskonzept.Testing;

[assembly: AssemblyFixture(typeof(DraftingService))]

namespace Integrationskonzept.Drafting.Tests;

public sealed class DraftingService() : ServiceUnderTest<Drafting.Program, DraftingDb>("drafting");
