using Integrationskonzept.ServiceDefaults.Tasks;
using Integrationskonzept.Testing;

namespace Integrationskonzept.ServiceDefaults.Tests.Tasks;

public sealed class When_somebody_asks_what_to_do(ProbeService service)
{
    [Fact]
    public async Task A_kind_that_can_not_be_found_is_counted_with_its_landkreis_and_hides_no_other()
    {
        using var meters = new Meters();
        var tenant = await service.NewTenantAsync();
        var coordinator = service.As(tenant, "coordinator");
        await coordinator.AddNoteAsync(tenant, "Lies mich");

        var answer = await AskAsync(coordinator, tenant);

        answer.IsIncomplete.ShouldBeTrue();
        answer.Kinds.ShouldHaveSingleItem().First.ShouldHaveSingleItem().Title.ShouldBe("Lies mich");
        meters.Sum("tasks.failures", ("kind", "HoldEvent"), ("tenant", tenant)).ShouldBe(1);
        (await AskAsync(service.As(tenant, "editor"), tenant)).IsIncomplete.ShouldBeFalse("who may not do it is not asked for");
    }

    [Fact]
    public async Task The_first_of_a_kind_are_shown_and_all_are_counted()
    {
        var tenant = await service.NewTenantAsync();
        var editor = service.As(tenant, "coordinator");
        for (var number = 1; number <= TaskQueries.Most + 3; number++)
            await editor.AddNoteAsync(tenant, $"Notiz {number}");

        var kind = (await AskAsync(service.As(tenant, "participant"), tenant)).Kinds.ShouldHaveSingleItem();

        (kind.Count, kind.First.Count, kind.First[0].Title).ShouldBe((TaskQueries.Most + 3, TaskQueries.Most, "Notiz 1"));
    }

    static Task<TasksOfService> AskAsync(HttpClient who, string tenant) =>
        who.GetAsync($"/api/v1/{tenant}/tasks/probe").ReadAsync<TasksOfService>();
}
