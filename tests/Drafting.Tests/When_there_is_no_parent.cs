using System.Net;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Drafting.Tests;

public sealed class When_there_is_no_parent(DraftingService service)
{
    [Fact]
    public async Task What_would_be_below_it_is_not_found()
    {
        var tenant = await service.NewTenantAsync();
        using var client = service.As(tenant, "coordinator", "editor", "moderator", "council-office", "participant");
        var addresses = service.BelowNothing(tenant);
        addresses.ShouldNotBeEmpty();
        foreach (var address in addresses)
        {
            using var answer = await client.GetAsync(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        }
    }
}
