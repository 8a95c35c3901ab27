using Integrationskonzept.Probe.Notes;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.ServiceDefaults.Tests.Http;

public sealed class When_a_list_is_long(ProbeService probe)
{
    [Fact]
    public async Task Following_the_links_reads_all_of_it_in_order()
    {
        var tenant = await probe.NewTenantAsync();
        using var client = probe.As(tenant, Roles.Coordinator);
        for (var number = 0; number < 5; number++)
            await client.AddNoteAsync(tenant, $"note {number}");

        var texts = new List<string>();
        var pages = 0;
        for (var url = $"/api/v1/{tenant}/notes?limit=2&colour=blue"; url is not null; pages++)
        {
            using var answer = await client.GetAsync(url);
            texts.AddRange((await Task.FromResult(answer).ReadAsync<Page<NoteDto>>()).Items.Select(note => note.Text));
            var link = answer.Headers.TryGetValues("Link", out var links) ? links.Single() : null;
            link?.ShouldEndWith(">; rel=\"next\"");
            link?.ShouldContain("colour=blue", Case.Sensitive, "other parameters are kept");
            url = link?[1..link.IndexOf('>', StringComparison.Ordinal)];
        }
        texts.ShouldBe(["note 0", "note 1", "note 2", "note 3", "note 4"]);
        pages.ShouldBe(3);
    }

    [Theory]
    [InlineData("0", "validation")]
    [InlineData("201", "validation")]
    [InlineData("-1", "validation")]
    [InlineData("many", "unreadable-request")]
    public async Task A_limit_out_of_range_is_an_error(string limit, string problem)
    {
        var tenant = await probe.NewTenantAsync();
        using var client = probe.As(tenant, Roles.Coordinator);
        await client.GetAsync($"/api/v1/{tenant}/notes?limit={limit}").ProblemAsync(400, problem);
    }
}
