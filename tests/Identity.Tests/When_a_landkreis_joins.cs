using Integrationskonzept.Contracts;
using Integrationskonzept.Identity.Tenants;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Identity.Tests;

public sealed class When_a_landkreis_joins(IdentityService service)
{
    [Fact]
    public async Task All_services_are_told_and_everybody_can_see_it()
    {
        var tenant = await service.ATenantAsync();
        var told = await service.Bus.WaitForAsync<TenantRegistered>(tenant.Slug);
        told.Organizations.Single(organization => organization.Authoritative).Name.ShouldBe("Kreistag");
        (await service.Client(null).GetAsync("/api/v1/tenants").ReadAsync<List<TenantDto>>()).ShouldContain(row => row.Slug == tenant.Slug);
    }

    [Fact]
    public async Task Slug_and_district_key_are_taken_once_also_at_the_same_moment()
    {
        var registration = Given.Registration();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => service.AsOperator().SendAsync(HttpMethod.Post, "/api/v1/tenants", registration))
        );
        answers.Select(answer => (int)answer.StatusCode).Order().ShouldBe([201, 409, 409, 409, 409]);
        await service
            .AsOperator()
            .SendAsync(HttpMethod.Post, "/api/v1/tenants", Given.Registration(key: registration.DistrictKey))
            .ProblemAsync(409, "tenant-exists");
    }

    [Theory]
    [InlineData("api")]
    [InlineData("sign-in")]
    [InlineData("docs")]
    [InlineData("Groß")]
    [InlineData("a--b")]
    [InlineData("-abc")]
    public async Task A_slug_that_can_not_be_an_address_is_refused(string slug) =>
        await service.AsOperator().SendAsync(HttpMethod.Post, "/api/v1/tenants", Given.Registration(slug)).ProblemAsync(400, "validation");

    [Fact]
    public async Task Colours_that_can_not_be_read_and_councils_without_a_decision_are_refused()
    {
        var good = Given.Registration();
        foreach (
            var bad in new[]
            {
                good.Description with
                {
                    Color = "#ffff00",
                },
                good.Description with
                {
                    Color = "rot",
                },
                good.Description with
                {
                    TimeZone = "Europe/Weilburg",
                },
                good.Description with
                {
                    Organizations = [new("a", "A", false)],
                },
                good.Description with
                {
                    Organizations = [new("a", "A", true), new("a", "B", false)],
                },
            }
        )
            await service
                .AsOperator()
                .SendAsync(HttpMethod.Post, "/api/v1/tenants", good with { Description = bad })
                .ProblemAsync(400, "validation");
    }

    [Fact]
    public async Task Only_the_operator_registers_and_a_change_needs_the_version_that_was_read()
    {
        var tenant = await service.ATenantAsync();
        await service
            .As(tenant.Slug, "coordinator")
            .SendAsync(HttpMethod.Post, "/api/v1/tenants", Given.Registration())
            .ProblemAsync(403, "forbidden");
        var url = $"/api/v1/tenants/{tenant.Slug}";
        await service.AsOperator().SendAsync(HttpMethod.Put, url, tenant.Description).ProblemAsync(428, "if-match-missing");
        await service
            .AsOperator()
            .SendAsync(HttpMethod.Put, url, tenant.Description with { Name = "Neu" }, tenant.Version)
            .ReadAsync<TenantDto>();
        await service
            .AsOperator()
            .SendAsync(HttpMethod.Put, url, tenant.Description, tenant.Version)
            .ProblemAsync(412, "changed-meanwhile");
        (await service.Bus.WaitForAsync<TenantChanged>(tenant.Slug)).Name.ShouldBe("Neu");
    }

    /// <summary>Six passwords of real rounds took a second, and on a busy machine more than the gateway waits.</summary>
    [Fact]
    public async Task Its_development_accounts_cost_no_time() =>
        (await service.RoundsAsync($"editor@{(await service.ATenantAsync()).Slug}.example")).ShouldBe(1);

    [Fact]
    public async Task It_says_itself_what_is_said_of_it_but_for_state_and_time_zone()
    {
        var tenant = await service.ALandkreisAsync();
        var coordinator = service.As(tenant, "coordinator");
        var url = $"/api/v1/{tenant}/description";
        var stands = await coordinator.GetAsync(url).ReadAsync<TenantDto>();
        var wish = new DescribeLandkreis("Kreis Beispielland", "Zentrum für Vielfalt", stands.Description.Organizations, "#004020");
        var changed = await coordinator.SendAsync(HttpMethod.Put, url, wish, stands.Version).ReadAsync<TenantDto>();
        changed.Description.ShouldBeEquivalentTo(stands.Description with { Name = wish.Name, Centre = wish.Centre, Color = wish.Color });
        (await service.Bus.WaitForAsync<TenantChanged>(tenant)).Name.ShouldBe(wish.Name);

        await coordinator.SendAsync(HttpMethod.Put, url, wish, stands.Version).ProblemAsync(412, "changed-meanwhile");
        await coordinator.SendAsync(HttpMethod.Put, url, wish).ProblemAsync(428, "if-match-missing");
        await coordinator.SendAsync(HttpMethod.Put, url, wish with { Color = "#ffff00" }, changed.Version).ProblemAsync(400, "validation");
        await coordinator
            .SendAsync(HttpMethod.Put, url, wish with { Organizations = [new("a", "A", false)] }, changed.Version)
            .ProblemAsync(400, "validation");
        await coordinator.SendAsync(HttpMethod.Put, url, wish with { Name = "" }, changed.Version).ProblemAsync(400, "validation");
        await service.As(tenant, "editor").SendAsync(HttpMethod.Put, url, wish, changed.Version).ProblemAsync(403, "forbidden");
        await service
            .As(await service.ALandkreisAsync(), "coordinator")
            .SendAsync(HttpMethod.Put, url, wish, changed.Version)
            .ProblemAsync(404, "not-found");
        (await coordinator.GetAsync(url).ReadAsync<TenantDto>()).Version.ShouldBe(changed.Version);
    }
}
