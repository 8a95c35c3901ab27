using System.Net;
using Integrationskonzept.Drafting.Papers;
using Integrationskonzept.Drafting.Papers.Fetching;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Drafting.Tests;

public sealed class When_a_paper_is_fetched(DraftingService service)
{
    string Url => service.CouncilSystem.Url;

    [Theory]
    [InlineData("/oparl/paper/paper.txt")]
    [InlineData("/files/paper.txt")]
    public async Task An_object_and_its_main_file_or_the_file_itself_are_read(string path)
    {
        var given = await Given.ALandkreisAsync(service);
        var paper = await FetchAsync(given, Url + path).ReadAsync<PaperDto>();
        (paper.Reference, paper.Content.StatedTotal, paper.Consultations.Count).ShouldBe(("VL-320/2022", 7000m, 2));
    }

    [Fact]
    public async Task Nothing_is_asked_of_whom_the_operators_did_not_name()
    {
        var given = await Given.ALandkreisAsync(service);
        var port = new Uri(Url).Port;
        foreach (
            var url in new[]
            {
                $"http://127.0.0.2:{port}/files/paper.txt",
                $"https://127.0.0.1:{port}/files/paper.txt",
                $"http://127.0.0.1:{port}@example.org/files/paper.txt",
                $"http://name:word@127.0.0.1:{port}/files/paper.txt",
                $"http://127.0.0.1:{port + 1}/files/paper.txt",
                "http://169.254.169.254/latest/meta-data",
                "file:///etc/passwd",
                "/files/paper.txt",
                $"{Url}/oparl/elsewhere",
            }
        )
            await FetchAsync(given, url).ProblemAsync(422, "paper-source-not-allowed");
        // Allowed by its name, which leads into the own network.
        await FetchAsync(given, $"http://localhost:{port}/files/paper.txt").ProblemAsync(502, "paper-source-unavailable");
        (await given.Coordinator.GetAsync($"{given.Api}/papers").ReadAsync<Page<PaperDto>>()).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_fetched_says_why()
    {
        var given = await Given.ALandkreisAsync(service);
        await FetchAsync(given, $"{Url}/files/none.txt").ProblemAsync(502, "paper-source-unavailable");
        await FetchAsync(given, $"{Url}/files/moved.txt").ProblemAsync(502, "paper-source-unavailable");
        await FetchAsync(given, $"{Url}/files/large.txt").ProblemAsync(413, "paper-too-large");
        await service
            .As(given.Tenant, "participant")
            .SendAsync(HttpMethod.Post, $"{given.Api}/papers/import-from", new ImportFrom(new(Url)))
            .ProblemAsync(403, "forbidden");
    }

    [Theory]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::1", false)]
    [InlineData("93.184.215.14", true)]
    [InlineData("2606:2800:21f:cb07:6820:80da:af6b:8b2c", true)]
    public void Addresses_of_the_own_network_are_none_to_fetch_from(string address, bool isPublic) =>
        PublicAddress.Is(IPAddress.Parse(address)).ShouldBe(isPublic);

    static Task<HttpResponseMessage> FetchAsync(Given given, string url) =>
        given.Coordinator.SendAsync(HttpMethod.Post, $"{given.Api}/papers/import-from", new { url });
}
