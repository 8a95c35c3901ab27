using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Organisations;
using Integrationskonzept.Participation.Prioritisation;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_people_contribute(ParticipationService service)
{
    [Fact]
    public async Task It_is_stored_and_seen_by_all_without_the_person()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var mine = await given.ContributeAsync();
        mine.Mine.ShouldBeTrue();

        var seen = (await given.Moderator.GetAsync($"{given.Area}/contributions").ReadAsync<Page<ContributionDto>>()).Items.Single();
        (seen.Text, seen.Mine).ShouldBe(("Abends fehlen Kurse", false));
    }

    [Fact]
    public async Task The_same_idempotency_key_stores_one_contribution_and_gives_the_same_answer()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var submit = new SubmitContribution(ContributionKind.Idea, "Sprachcafé im Dorf", StakeholderGroup.Politics);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    given
                        .Participant.SendAsync(HttpMethod.Post, $"{given.Area}/contributions", submit, idempotencyKey: "k1")
                        .ReadAsync<ContributionDto>()
                )
        );
        answers.Select(answer => answer.Id).Distinct().Count().ShouldBe(1);
        (await given.Participant.GetAsync($"{given.Area}/contributions").ReadAsync<Page<ContributionDto>>()).Items.Count.ShouldBe(1);

        await given
            .Participant.SendAsync(
                HttpMethod.Post,
                $"{given.Area}/contributions",
                submit with
                {
                    Text = "Etwas anderes",
                },
                idempotencyKey: "k1"
            )
            .ProblemAsync(422, "idempotency-key-reused");
    }

    [Fact]
    public async Task Only_delegates_and_moderators_speak_for_an_organisation()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var delegateClient = service.Client(service.Issuer.Token([$"{given.Tenant}:participant"], subject: "delegate-1"));
        var organisation = await given
            .Coordinator.SendAsync(
                HttpMethod.Post,
                $"/api/v1/{given.Tenant}/organisations",
                new EditOrganisation("Kulturverein", StakeholderGroup.MigrantOrganisation, ["delegate-1"])
            )
            .ReadAsync<OrganisationDto>();
        var submit = new SubmitContribution(ContributionKind.Measure, "Abendkurse im Verein", OrganisationId: organisation.Id);

        var made = await delegateClient.SendAsync(HttpMethod.Post, $"{given.Area}/contributions", submit).ReadAsync<ContributionDto>();
        (made.Organisation, made.Group).ShouldBe(("Kulturverein", StakeholderGroup.MigrantOrganisation));
        await given.Moderator.SendAsync(HttpMethod.Post, $"{given.Area}/contributions", submit).ReadAsync<ContributionDto>();
        await given.Participant.SendAsync(HttpMethod.Post, $"{given.Area}/contributions", submit).ProblemAsync(403, "not-a-delegate");
    }

    [Fact]
    public async Task Wrong_input_is_refused_and_nothing_is_stored()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var url = $"{given.Area}/contributions";
        (
            await given
                .Participant.SendAsync(HttpMethod.Post, url, new SubmitContribution(ContributionKind.Need, "", StakeholderGroup.Politics))
                .ProblemAsync(400, "validation")
        )["errors"]!
            .AsObject()
            .ShouldNotBeEmpty();
        await given
            .Participant.SendAsync(HttpMethod.Post, url, new SubmitContribution(ContributionKind.Need, "Ohne Gruppe"))
            .ProblemAsync(400, "validation");
        await given
            .Participant.SendAsync(HttpMethod.Post, url, new { kind = "wish", text = "Unbekannte Art" })
            .ProblemAsync(400, "unreadable-request");
        await given
            .Participant.SendAsync(
                HttpMethod.Post,
                url,
                new SubmitContribution(ContributionKind.Need, "Text", OrganisationId: Guid.CreateVersion7())
            )
            .ProblemAsync(422, "organisation-unknown");
        await given
            .Participant.SendAsync(
                HttpMethod.Post,
                $"/api/v1/{given.Tenant}/topic-areas/{given.Upcoming.Id}/contributions",
                new SubmitContribution(ContributionKind.Need, "Zu früh", StakeholderGroup.Politics)
            )
            .ProblemAsync(409, "topic-area-not-open");
        (await given.Participant.GetAsync(url).ReadAsync<Page<ContributionDto>>()).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_foreign_topic_area_is_not_found()
    {
        var (given, other) = (await Given.AnOpenTopicAreaAsync(service), await Given.AnOpenTopicAreaAsync(service));
        await given
            .Participant.SendAsync(
                HttpMethod.Post,
                $"/api/v1/{given.Tenant}/topic-areas/{other.Open.Id}/contributions",
                new SubmitContribution(ContributionKind.Need, "Fremd", StakeholderGroup.Politics)
            )
            .ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task Lists_page_by_cursor_without_gaps()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        for (var number = 1; number <= 5; number++)
            await given.ContributeAsync($"Beitrag {number}");
        var texts = new List<string>();
        for (string? url = $"{given.Area}/contributions?limit=2"; url is not null; )
        {
            using var answer = await given.Participant.GetAsync(url);
            texts.AddRange((await Task.FromResult(answer).ReadAsync<Page<ContributionDto>>()).Items.Select(item => item.Text));
            url = answer.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
        }
        texts.ShouldBe(["Beitrag 1", "Beitrag 2", "Beitrag 3", "Beitrag 4", "Beitrag 5"]);
    }

    [Fact]
    public async Task Ten_points_are_spread_and_never_more_however_they_come()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var (one, two) = (await given.ContributeAsync("Eins sein"), await given.ContributeAsync("Zwei sein"));
        object Spread(params PointsFor[] points) => new { points };
        await given
            .Participant.SendAsync(HttpMethod.Put, $"{given.Area}/points", Spread(new PointsFor(one.Id, 7), new PointsFor(two.Id, 4)))
            .ProblemAsync(422, "too-many-points");
        await given
            .Participant.SendAsync(HttpMethod.Put, $"{given.Area}/points", Spread(new PointsFor(Guid.CreateVersion7(), 1)))
            .ProblemAsync(422, "points-misplaced");
        await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(index =>
                    given
                        .Participant.SendAsync(
                            HttpMethod.Put,
                            $"{given.Area}/points",
                            index % 2 == 0 ? Spread(new PointsFor(one.Id, 10)) : Spread(new PointsFor(two.Id, 10))
                        )
                        .ReadAsync()
                )
        );
        await given.Moderator.SendAsync(HttpMethod.Put, $"{given.Area}/points", Spread(new PointsFor(two.Id, 3))).ReadAsync();

        (await given.ClosePrioritisationAsync()).People.ShouldBe(2);
        var points = (await given.Participant.GetAsync($"{given.Area}/contributions").ReadAsync<Page<ContributionDto>>()).Items.Sum(item =>
            item.Points
        );
        points.ShouldBe(13);
    }

    [Fact]
    public async Task People_find_all_that_they_contributed_and_nobody_elses()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync();
        await given
            .Moderator.SendAsync(
                HttpMethod.Post,
                $"{given.Area}/contributions",
                new SubmitContribution(ContributionKind.Idea, "Sprachcafé", StakeholderGroup.Politics)
            )
            .ReadAsync<ContributionDto>();
        var mine = await given.Participant.GetAsync($"/api/v1/{given.Tenant}/contributions/mine").ReadAsync<Page<MyContributionDto>>();
        var one = mine.Items.ShouldHaveSingleItem();
        (one.Id, one.TopicAreaId, one.TopicArea, one.Text).ShouldBe((made.Id, given.Open.Id, given.Open.Title, made.Text));
        var elsewhere = await service.NewTenantAsync();
        await given.Participant.GetAsync($"/api/v1/{elsewhere}/contributions/mine").ProblemAsync(404, "not-found");
    }
}
