using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tasks;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_people_draft(ParticipationService service)
{
    static readonly WriteDraft Half = new(ContributionKind.Idea, "Ein Sprachcafé", "Sprachcafé", "de", StakeholderGroup.Politics);

    static string Drafts(Given given) => $"{given.Area}/contributions/drafts";

    static Task<DraftDto> StartAsync(Given given, WriteDraft? write = null) =>
        given.Participant.SendAsync(HttpMethod.Post, Drafts(given), write ?? Half).ReadAsync<DraftDto>();

    [Fact]
    public async Task A_draft_is_its_authors_alone_and_counts_nowhere()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var draft = await StartAsync(given);
        foreach (var other in new[] { given.Moderator, given.Coordinator })
        {
            await other.GetAsync($"{Drafts(given)}/{draft.Id}").ProblemAsync(404, "not-found");
            await other.SendAsync(HttpMethod.Put, $"{Drafts(given)}/{draft.Id}", Half, draft.Version).ProblemAsync(404, "not-found");
            await other.DeleteAsync($"{Drafts(given)}/{draft.Id}").ProblemAsync(404, "not-found");
            await other.SendAsync(HttpMethod.Post, $"{Drafts(given)}/{draft.Id}/submit", null).ProblemAsync(404, "not-found");
            (await other.GetAsync(Drafts(given)).ReadAsync<Page<DraftDto>>()).Items.ShouldBeEmpty();
        }

        (await given.Participant.GetAsync($"{given.Area}/contributions").ReadAsync<Page<ContributionDto>>()).Items.ShouldBeEmpty();
        await given.Participant.GetAsync($"{given.Area}/contributions/{draft.Id}").ProblemAsync(404, "not-found");
        await given.GivePointsAsync((draft.Id, 3)).ProblemAsync(422, "points-misplaced");
        await given
            .Moderator.SendAsync(HttpMethod.Put, $"{given.Area}/record", Given.Results(draft.Id), 1)
            .ProblemAsync(422, "contribution-unknown");
        (await given.Participant.TaskKindsAsync(given.Tenant, "participation")).ShouldBe([TaskKind.Contribute]);

        var record = await given.RecordAsync();
        await given.Moderator.SendAsync(HttpMethod.Post, $"{given.Area}/conclude", null, record.Version).ReadAsync();
        (await service.Bus.WaitForAsync<TopicAreaConcluded>(given.Tenant)).Contributions.ShouldBeEmpty();
        await given
            .Participant.SendAsync(HttpMethod.Post, $"{Drafts(given)}/{draft.Id}/submit", null)
            .ProblemAsync(409, "topic-area-concluded");
        await given.Participant.SendAsync(HttpMethod.Post, Drafts(given), Half).ProblemAsync(409, "topic-area-concluded");
    }

    [Fact]
    public async Task It_is_saved_with_the_version_that_was_read_and_thrown_away_once()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var (draft, more) = (await StartAsync(given), Half with { Text = "Ein Sprachcafé im Dorf" });
        var url = $"{Drafts(given)}/{draft.Id}";
        var saved = await given.Participant.SendAsync(HttpMethod.Put, url, more, draft.Version).ReadAsync<DraftDto>();
        (saved.Text, saved.Version).ShouldBe(("Ein Sprachcafé im Dorf", 2));
        await given.Participant.SendAsync(HttpMethod.Put, url, Half, draft.Version).ProblemAsync(412, "changed-meanwhile");
        await given.Participant.SendAsync(HttpMethod.Put, url, Half).ProblemAsync(428, "if-match-missing");

        await given.Participant.DeleteAsync(url).ReadNothingAsync();
        await given.Participant.DeleteAsync(url).ProblemAsync(404, "not-found");
        await given.Participant.GetAsync(url).ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task Submitted_in_two_tabs_at_once_it_becomes_one_contribution_with_its_place_among_the_newest()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var draft = await StartAsync(given);
        var earlier = await given.ContributeAsync("Nach dem Entwurf geschrieben");
        var submitted = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    given.Participant.SendAsync(HttpMethod.Post, $"{Drafts(given)}/{draft.Id}/submit", null).ReadAsync<ContributionDto>()
                )
        );
        var one = submitted.DistinctBy(row => row.Id).ShouldHaveSingleItem();
        (one.Title, one.Text, one.Language, one.Group, one.Mine).ShouldBe(
            ("Sprachcafé", "Ein Sprachcafé", "de", StakeholderGroup.Politics, true)
        );
        (await given.Participant.GetAsync($"{given.Area}/contributions").ReadAsync<Page<ContributionDto>>())
            .Items.Select(row => row.Id)
            .ShouldBe([earlier.Id, one.Id]);
        (await given.Participant.GetAsync(Drafts(given)).ReadAsync<Page<DraftDto>>()).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_contribution_must_have_a_draft_must_have_when_it_is_submitted()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var empty = await StartAsync(given, new(ContributionKind.Need));
        await given
            .Participant.SendAsync(HttpMethod.Post, $"{Drafts(given)}/{empty.Id}/submit", null)
            .ProblemAsync(422, "draft-incomplete");
        var noGroup = await StartAsync(given, new(ContributionKind.Need, "Mehr Kurse"));
        await given.Participant.SendAsync(HttpMethod.Post, $"{Drafts(given)}/{noGroup.Id}/submit", null).ProblemAsync(400, "validation");
        await given.Participant.SendAsync(HttpMethod.Post, Drafts(given), Half with { Language = "d" }).ProblemAsync(400, "validation");
        await given
            .Participant.SendAsync(HttpMethod.Post, Drafts(given), Half with { Title = new('x', 201) })
            .ProblemAsync(400, "validation");

        var early = $"/api/v1/{given.Tenant}/topic-areas/{given.Upcoming.Id}/contributions/drafts";
        var ahead = await given.Participant.SendAsync(HttpMethod.Post, early, Half).ReadAsync<DraftDto>();
        await given.Participant.SendAsync(HttpMethod.Post, $"{early}/{ahead.Id}/submit", null).ProblemAsync(409, "topic-area-not-open");
    }

    [Fact]
    public async Task They_find_drafts_among_their_own_contributions_page_by_page()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var (first, second, third) = (
            await given.ContributeAsync("Eins sein"),
            await StartAsync(given),
            await given.ContributeAsync("Drei sein")
        );
        var found = new List<MyContributionDto>();
        for (var url = $"/api/v1/{given.Tenant}/contributions/mine?limit=1"; url is not null; )
        {
            var answer = await given.Participant.GetAsync(url);
            found.AddRange((await Task.FromResult(answer).ReadAsync<Page<MyContributionDto>>()).Items);
            url = answer.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
        }
        found
            .Select(row => (row.Id, row.State))
            .ShouldBe([
                (first.Id, MyContributionState.Submitted),
                (second.Id, MyContributionState.Draft),
                (third.Id, MyContributionState.Submitted),
            ]);
    }

    [Fact]
    public async Task Those_of_another_landkreis_are_not_there()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var draft = await StartAsync(given);
        var elsewhere = await service.NewTenantAsync();
        var url = $"/api/v1/{elsewhere}/topic-areas/{given.Open.Id}/contributions/drafts";
        var participant = service.As(elsewhere, "participant");
        await participant.GetAsync(url).ProblemAsync(404, "not-found");
        await participant.SendAsync(HttpMethod.Post, url, Half).ProblemAsync(404, "not-found");
        await participant.SendAsync(HttpMethod.Post, $"{url}/{draft.Id}/submit", null).ProblemAsync(404, "not-found");
        await service.As(given.Tenant, "check-in-helper").GetAsync(Drafts(given)).ProblemAsync(403, "forbidden");
    }
}
