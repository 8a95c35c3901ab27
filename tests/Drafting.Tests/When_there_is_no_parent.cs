using Integrationskonzept.Testing;

namespace Integrationskonzept.Drafting.Tests;

public sealed class When_there_is_no_parent(DraftingService service)
{
    [Fact]
    public async Task What_would_be_below_it_is_not_found()
    {
        var (asked, found) = await service.AskBelowNothingAsync();
        asked.ShouldBeGreaterThan(0);
        found.ShouldBeEmpty();
    }
}
