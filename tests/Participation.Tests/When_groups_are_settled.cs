using System.Text.Json.Nodes;
using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Groups;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_groups_are_settled(ParticipationService service)
{
    static readonly SetStakeholderGroups Wish = new([
        new(StakeholderGroup.MigrantOrganisation, TargetPercent: 30),
        new(
            StakeholderGroup.CivilSociety,
            new("Vereine und Initiativen ", "Associations"),
            new("Wer sich ehrenamtlich einsetzt."),
            TargetPercent: 25
        ),
    ]);

    [Fact]
    public async Task They_have_our_names_and_no_targets_until_somebody_settles_it()
    {
        var tenant = await service.NewTenantAsync();

        var groups = await ReadAsync(tenant);

        groups.Version.ShouldBe(0);
        groups
            .Groups.Select(row => row.Title)
            .ShouldBe(["Politik", "Verwaltung", "Zivilgesellschaft", "Einrichtung", "Migrantenorganisation"]);
        groups.Groups.ShouldAllBe(row => row.TargetPercent == null && row.Name == null && row.Description == null);
    }

    [Fact]
    public async Task All_read_what_the_Landkreis_calls_them_in_their_language_and_no_other_Landkreis_does()
    {
        var (tenant, other) = (await service.NewTenantAsync(), await service.NewTenantAsync());
        (await SetAsync(tenant, Wish, 0).ReadAsync<StakeholderGroupsDto>()).Version.ShouldBe(1);

        var groups = await ReadAsync(tenant);
        groups.Groups.Select(row => row.Group).ShouldBe(Enum.GetValues<StakeholderGroup>(), "always in the same order");
        var civil = groups.Groups.Single(row => row.Group == StakeholderGroup.CivilSociety);
        (civil.Title, civil.TargetPercent).ShouldBe(("Vereine und Initiativen", 25));
        civil.Name.ShouldBe(new GroupWords("Vereine und Initiativen", "Associations"));
        var english = service.As(tenant, "participant");
        english.DefaultRequestHeaders.Add("Accept-Language", "en");
        (await ReadAsync(tenant, english))
            .Groups.Select(row => row.Title)
            .ShouldBe(["Politics", "Administration", "Associations", "Institution", "Migrant organisation"]);

        (await ReadAsync(other)).Version.ShouldBe(0);
        await service.As(other, "coordinator").GetAsync(Url(tenant)).ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task Answers_in_two_languages_have_two_ETags_and_either_is_good_for_a_change()
    {
        var tenant = await service.NewTenantAsync();
        await SetAsync(tenant, Wish, 0).ReadAsync();
        var (german, english) = (await AskAsync("de"), await AskAsync("en"));
        (german.Headers.ETag!.Tag, english.Headers.ETag!.Tag).ShouldBe(("\"1.de\"", "\"1.en\""));
        german.Headers.Vary.ShouldContain("Accept-Language");
        (await AskAsync("de", "\"1.de\"")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotModified);
        (await AskAsync("en", "\"1.de\"")).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);

        await ChangeAsync("\"2.en\"").ProblemAsync(412, "changed-meanwhile");
        await ChangeAsync("\"1.en\"").ReadAsync();

        async Task<HttpResponseMessage> AskAsync(string language, string? known = null)
        {
            using var ask = new HttpRequestMessage(HttpMethod.Get, Url(tenant));
            ask.Headers.Add("Accept-Language", language);
            if (known is not null)
                ask.Headers.Add("If-None-Match", known);
            return await service.As(tenant, "participant").SendAsync(ask);
        }

        async Task<HttpResponseMessage> ChangeAsync(string tag)
        {
            var coordinator = service.As(tenant, "coordinator");
            coordinator.DefaultRequestHeaders.Add("If-Match", tag);
            return await coordinator.SendAsync(HttpMethod.Put, Url(tenant), Wish);
        }
    }

    [Fact]
    public async Task Of_two_who_settle_it_at_once_one_learns_of_the_other()
    {
        var tenant = await service.NewTenantAsync();
        await SetAsync(tenant, Wish, null).ProblemAsync(428, "if-match-missing");
        await SetAsync(tenant, Wish, 0).ReadAsync<StakeholderGroupsDto>();
        await SetAsync(tenant, Wish, 0).ProblemAsync(412, "changed-meanwhile");
        (await SetAsync(tenant, new([]), 1).ReadAsync<StakeholderGroupsDto>()).Version.ShouldBe(2);
        (await ReadAsync(tenant)).Groups.ShouldAllBe(row => row.TargetPercent == null && row.Name == null, "who is left out has none");
    }

    [Fact]
    public async Task Coordinators_settle_it_alone()
    {
        var tenant = await service.NewTenantAsync();
        foreach (var role in new[] { "editor", "moderator", "council-office", "participant" })
            await SetAsync(tenant, Wish, 0, service.As(tenant, role)).ProblemAsync(403, "forbidden");
        await service.As(tenant).GetAsync(Url(tenant)).ProblemAsync(401, "unauthenticated");
    }

    [Fact]
    public async Task What_can_not_be_is_refused_whole()
    {
        var tenant = await service.NewTenantAsync();
        await SetAsync(
                tenant,
                new([new(StakeholderGroup.Politics, TargetPercent: 60), new(StakeholderGroup.Institution, TargetPercent: 41)]),
                0
            )
            .ProblemAsync(422, "targets-too-high");
        Errors(await SetAsync(tenant, new([new(StakeholderGroup.Politics, TargetPercent: 101)]), 0).ProblemAsync(400, "validation"))
            .ShouldBe(["groups[0].targetPercent"]);
        Errors(await SetAsync(tenant, new([new(StakeholderGroup.Politics, TargetPercent: -1)]), 0).ProblemAsync(400, "validation"))
            .ShouldBe(["groups[0].targetPercent"]);
        Errors(
                await SetAsync(tenant, new([new(StakeholderGroup.Politics), new(StakeholderGroup.Politics)]), 0)
                    .ProblemAsync(400, "validation")
            )
            .ShouldBe(["groups[1].group"]);
        Errors(await SetAsync(tenant, new([new(StakeholderGroup.Politics, new(new('a', 61)))]), 0).ProblemAsync(400, "validation"))
            .ShouldBe(["groups[0].name.de"]);
        Errors(await SetAsync(tenant, new([new(StakeholderGroup.Politics, new("Kurz", new('a', 61)))]), 0).ProblemAsync(400, "validation"))
            .ShouldBe(["groups[0].name.en"]);
        Errors(await SetAsync(tenant, new([new(StakeholderGroup.Politics, new(" "))]), 0).ProblemAsync(400, "validation"))
            .ShouldBe(["groups[0].name.de"]);
        await service
            .As(tenant, "coordinator")
            .SendAsync(HttpMethod.Put, Url(tenant), new { groups = new[] { new { group = "everybody" } } }, 0)
            .ProblemAsync(400, "unreadable-request");

        (await ReadAsync(tenant)).Version.ShouldBe(0, "nothing was stored by halves");
    }

    static string Url(string tenant) => $"/api/v1/{tenant}/stakeholder-groups";

    static IEnumerable<string> Errors(JsonNode problem) => problem["errors"]!.AsObject().Select(row => row.Key);

    Task<StakeholderGroupsDto> ReadAsync(string tenant, HttpClient? who = null) =>
        (who ?? service.As(tenant, "participant")).GetAsync(Url(tenant)).ReadAsync<StakeholderGroupsDto>();

    Task<HttpResponseMessage> SetAsync(string tenant, SetStakeholderGroups wish, int? version, HttpClient? who = null) =>
        (who ?? service.As(tenant, "coordinator")).SendAsync(HttpMethod.Put, Url(tenant), wish, version);
}
