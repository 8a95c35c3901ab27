using System.Net;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Identity.Tests;

public sealed class When_the_last_coordinator_would_go(IdentityService service)
{
    [Fact]
    public async Task Nobody_takes_the_role_also_of_two_at_the_same_moment()
    {
        var tenant = await service.ALandkreisAsync();
        // Its development account is none of those that are counted here.
        await Database.ExecuteAsync(service.AdminConnection, $"delete from memberships where tenant_slug = '{tenant}'");
        var names = new[]
        {
            await service.AMemberAsync(tenant, "coordinator", "editor"),
            await service.AMemberAsync(tenant, "coordinator", "editor"),
        };
        var members = new[] { await service.MemberAsync(tenant, names[0]), await service.MemberAsync(tenant, names[1]) };
        var coordinator = service.As(tenant, "coordinator");
        var url = $"/api/v1/{tenant}/members";

        var answers = await Task.WhenAll(
            coordinator.DeleteAsync($"{url}/{members[0].Id}"),
            coordinator.DeleteAsync($"{url}/{members[1].Id}/roles/coordinator")
        );
        answers.Select(answer => answer.StatusCode).Order().ShouldBe([HttpStatusCode.NoContent, HttpStatusCode.Conflict]);
        var last = members[answers[0].StatusCode == HttpStatusCode.Conflict ? 0 : 1];
        await coordinator.DeleteAsync($"{url}/{last.Id}").ProblemAsync(409, "last-coordinator");
        await coordinator.DeleteAsync($"{url}/{last.Id}/roles/coordinator").ProblemAsync(409, "last-coordinator");
        await coordinator.DeleteAsync($"{url}/{last.Id}/roles/editor").ReadNothingAsync();

        // As the problem says: another one first.
        await service.AMemberAsync(tenant, "coordinator");
        await coordinator.DeleteAsync($"{url}/{last.Id}").ReadNothingAsync();
    }
}
