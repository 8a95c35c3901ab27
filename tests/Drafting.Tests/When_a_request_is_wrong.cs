using System.Text;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Drafting.Tests;

public sealed class When_a_request_is_wrong(DraftingService drafting)
{
    [Fact]
    public async Task An_unknown_landkreis_is_not_found() =>
        await drafting.As("nirgendwo", "coordinator").GetAsync("/api/v1/nirgendwo/papers").ProblemAsync(404, "tenant-unknown");

    [Fact]
    public async Task Without_a_token_it_is_refused()
    {
        var tenant = await drafting.NewTenantAsync();
        await drafting.Client(null).GetAsync($"/api/v1/{tenant}/papers").ProblemAsync(401, "unauthenticated");
    }

    [Fact]
    public async Task A_member_of_another_landkreis_finds_nothing()
    {
        var (tenant, other) = (await drafting.NewTenantAsync(), await drafting.NewTenantAsync());
        await drafting.As(other, "coordinator").GetAsync($"/api/v1/{tenant}/papers").ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task A_participant_may_not_import()
    {
        var tenant = await drafting.NewTenantAsync();
        await drafting
            .As(tenant, "participant")
            .PostAsync($"/api/v1/{tenant}/papers/import", new StringContent("x", Encoding.UTF8, "text/plain"))
            .ProblemAsync(403, "forbidden");
    }

    [Fact]
    public async Task The_words_are_german_unless_english_is_asked_for()
    {
        var client = drafting.As("nirgendwo", "coordinator");
        (await client.GetAsync("/api/v1/nirgendwo/papers").ProblemAsync(404, "tenant-unknown"))["title"]!
            .GetValue<string>()
            .ShouldBe("Nicht gefunden");
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        (await client.GetAsync("/api/v1/nirgendwo/papers").ProblemAsync(404, "tenant-unknown"))["title"]!
            .GetValue<string>()
            .ShouldBe("Not found");
    }
}
