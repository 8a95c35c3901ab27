using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Records;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_a_topic_area_is_concluded(ParticipationService service)
{
    [Fact]
    public async Task Its_results_go_out_with_the_contributions_behind_them_and_no_person()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var contribution = await given.ContributeAsync();
        var record = await given.RecordAsync(contribution.Id);
        (
            await given.Moderator.SendAsync(HttpMethod.Post, $"{given.Area}/conclude", null, record.Version).ReadAsync<RecordDto>()
        ).Locked.ShouldBeTrue();

        var concluded = await service.Bus.WaitForAsync<TopicAreaConcluded>(given.Tenant);
        concluded.Measures.Single().ContributionIds.ShouldBe([contribution.Id]);
        concluded
            .Contributions.Single()
            .ShouldBe(new(contribution.Id, ContributionKind.Need, "Abends fehlen Kurse", null, StakeholderGroup.CivilSociety, 0));
    }

    [Fact]
    public async Task Five_thousand_contributions_go_out_in_messages_of_bounded_size()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        await Database.ExecuteAsync(
            service.AdminConnection,
            $"""
            insert into contributions (tenant, id, topic_area_id, kind, text, "group", author, submitted_at, version)
            select '{given.Tenant}', gen_random_uuid(), '{given.Open.Id}', 'Need', 'Beitrag ' || number || repeat(' ä', 400), 'Politics',
                'x', now(), 1
            from generate_series(1, 5000) as number
            """
        );
        var record = await given.RecordAsync();
        await given.Moderator.SendAsync(HttpMethod.Post, $"{given.Area}/conclude", null, record.Version).ReadAsync<RecordDto>();

        var told = await service.PublishedAsync<TopicAreaConcluded>(given.Tenant);
        told.Max(Weight.Of).ShouldBeLessThan(Weight.Most);
        told.Select(fact => fact.Part!.Whole).Distinct().Count().ShouldBe(1);
        told.Select(fact => fact.Part!.Number).Order().ShouldBe(Enumerable.Range(1, told[0].Part!.Count));
        told.SelectMany(fact => fact.Contributions).Select(source => source.Id).Distinct().Count().ShouldBe(5000);
        told.Count(fact => fact.Situation.Length > 0).ShouldBe(1);
        told.Sum(fact => fact.Measures.Count).ShouldBe(1);
    }

    [Fact]
    public async Task It_can_not_be_concluded_twice_nor_changed_afterwards()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var record = await given.RecordAsync((await given.ContributeAsync()).Id);
        record = await given.Moderator.SendAsync(HttpMethod.Post, $"{given.Area}/conclude", null, record.Version).ReadAsync<RecordDto>();

        await given
            .Moderator.SendAsync(HttpMethod.Post, $"{given.Area}/conclude", null, record.Version)
            .ProblemAsync(409, "topic-area-concluded");
        await given
            .Moderator.SendAsync(HttpMethod.Put, $"{given.Area}/record", Given.Results(), record.Version)
            .ProblemAsync(409, "topic-area-concluded");
        await given
            .Participant.SendAsync(
                HttpMethod.Post,
                $"{given.Area}/contributions",
                new SubmitContribution(ContributionKind.Need, "Zu spät", StakeholderGroup.Politics)
            )
            .ProblemAsync(409, "topic-area-concluded");
        await given.Coordinator.SendAsync(HttpMethod.Post, $"{given.Area}/open", null).ProblemAsync(409, "topic-area-concluded");
        (await service.PublishedAsync<TopicAreaConcluded>(given.Tenant)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_comes_in_the_same_moment_is_in_the_results_or_refused_but_never_lost()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var record = await given.RecordAsync((await given.ContributeAsync()).Id);
        var submissions = Enumerable
            .Range(0, 10)
            .Select(number =>
                given.Participant.SendAsync(
                    HttpMethod.Post,
                    $"{given.Area}/contributions",
                    new SubmitContribution(ContributionKind.Need, $"Gleichzeitig {number}", StakeholderGroup.Politics)
                )
            )
            .ToList();
        await given.Moderator.SendAsync(HttpMethod.Post, $"{given.Area}/conclude", null, record.Version).ReadAsync<RecordDto>();
        var accepted = (await Task.WhenAll(submissions)).Count(answer => answer.IsSuccessStatusCode);
        (await service.Bus.WaitForAsync<TopicAreaConcluded>(given.Tenant)).Contributions.Count.ShouldBe(accepted + 1);
    }

    [Fact]
    public async Task An_empty_record_can_not_conclude_it()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        await given.Moderator.SendAsync(HttpMethod.Post, $"{given.Area}/conclude", null, 1).ProblemAsync(422, "record-empty");
        (await given.Participant.GetAsync(given.Area).ReadAsync<TopicAreaDto>()).State.ShouldBe(TopicAreaState.Open);
    }

    [Fact]
    public async Task A_record_refers_only_to_contributions_of_its_topic_area_and_needs_the_version_that_was_read()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        await given
            .Moderator.SendAsync(HttpMethod.Put, $"{given.Area}/record", Given.Results(Guid.CreateVersion7()), 1)
            .ProblemAsync(422, "contribution-unknown");
        await given.Moderator.SendAsync(HttpMethod.Put, $"{given.Area}/record", Given.Results(), 7).ProblemAsync(412, "changed-meanwhile");
        await given.Moderator.SendAsync(HttpMethod.Put, $"{given.Area}/record", Given.Results()).ProblemAsync(428, "if-match-missing");
        await given.Participant.SendAsync(HttpMethod.Put, $"{given.Area}/record", Given.Results(), 1).ProblemAsync(403, "forbidden");
    }

    [Fact]
    public async Task Everybody_learns_what_became_of_a_contribution()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var contribution = await given.ContributeAsync();
        await service.Bus.PublishAsync(
            new ContributionAnswered
            {
                Tenant = given.Tenant,
                AggregateId = contribution.Id,
                Version = 1,
                OccurredAt = contribution.SubmittedAt,
                Answer = ContributionAnswer.TakenUp,
                Reason = "Eingegangen in Maßnahme 1.1",
            }
        );
        var answered = await Eventually.GetAsync(
            async () =>
                await given.Participant.GetAsync($"{given.Area}/contributions/{contribution.Id}").ReadAsync<ContributionDto>()
                    is { Answer: not null } row
                    ? row
                    : null,
            "it is answered"
        );
        answered.AnswerReason.ShouldBe("Eingegangen in Maßnahme 1.1");
    }
}
