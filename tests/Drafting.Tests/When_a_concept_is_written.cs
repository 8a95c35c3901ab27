using Integrationskonzept.Contracts;
using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Measures;
using Integrationskonzept.Drafting.Papers;
using Integrationskonzept.Drafting.Sections;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Drafting.Tests;

public sealed class When_a_concept_is_written(DraftingService service)
{
    [Fact]
    public async Task A_concluded_topic_area_fills_its_chapter_once_and_its_measures_lead_back()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        var concluded = await given.ConcludeAsync(concept);
        await given.ConcludeAsync(concept, messageId: Guid.CreateVersion7(), again: concluded); // the same fact under another id

        (await given.SectionAsync(concept, "bildung-sprache")).Markdown.ShouldContain("- Kurse am Abend");
        var measure = (await given.Editor.GetAsync($"{given.Api}/concepts/{concept.Id}/measures").ReadAsync<List<MeasureDto>>()).Single();
        measure.Number.ShouldBe("1.1");
        var trace = await given
            .Editor.GetAsync($"{given.Api}/concepts/{concept.Id}/measures/{measure.Measure.Id}/trace")
            .ReadAsync<MeasureTrace>();
        (trace.Contributions.Single().Organisation, trace.MandateReference).ShouldBe(("Kulturverein", "VL-320/2022"));
    }

    [Fact]
    public async Task Sections_are_edited_with_revisions_and_nobody_overwrites_another()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        var section = await given.SectionAsync(concept, "vorwort");
        var url = $"{given.Api}/concepts/{concept.Id}/sections/vorwort";
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(number =>
                    given.Editor.SendAsync(HttpMethod.Put, url, new EditSection("Vorwort", $"Fassung {number}"), section.Version)
                )
        );
        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        answers.Count(answer => (int)answer.StatusCode == 412).ShouldBe(3);

        section = await given.SectionAsync(concept, "vorwort");
        await given
            .Editor.SendAsync(HttpMethod.Put, url, new EditSection("Grußwort", "Zweite Fassung"), section.Version)
            .ReadAsync<SectionDto>();
        var revisions = await given.Editor.GetAsync($"{url}/revisions").ReadAsync<List<RevisionDto>>();
        revisions.Select(revision => revision.Number).ShouldBe([2, 1]);
        (await given.Editor.GetAsync($"{url}/revisions/1").ReadAsync<RevisionTextDto>()).Markdown.ShouldStartWith("Fassung");
        await service.As(given.Tenant, "participant").GetAsync(url).ProblemAsync(403, "forbidden");
    }

    [Fact]
    public async Task A_milestone_freezes_the_whole_and_never_changes()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        await given.ConcludeAsync(concept);
        await service.Bus.PublishAsync(
            new EventHeld
            {
                Tenant = given.Tenant,
                AggregateId = Guid.CreateVersion7(),
                Version = 2,
                OccurredAt = TimeProvider.System.GetUtcNow(),
                MandateId = concept.MandateId,
                Event = new(
                    Guid.CreateVersion7(),
                    EventKind.Kickoff,
                    "Auftakt",
                    null,
                    new(2022, 10, 12, 7, 0, 0, TimeSpan.Zero),
                    new(2022, 10, 12, 15, 0, 0, TimeSpan.Zero),
                    null
                ),
                Attendance = new Dictionary<StakeholderGroup, int> { [StakeholderGroup.Politics] = 12 },
            }
        );
        await Eventually.TrueAsync(
            async () =>
                (long)
                    (
                        await Database.ExecuteAsync(
                            service.AdminConnection,
                            $"select count(*) from held_events where tenant = '{given.Tenant}'"
                        )
                    )! == 1,
            "the event is counted"
        );

        var url = $"{given.Api}/concepts/{concept.Id}/milestones";
        var frozen = await given.Coordinator.SendAsync(HttpMethod.Post, url, new { title = "Entwurf" }).ReadAsync();
        frozen.ToJsonString().ShouldContain("| 12.10.2022 | Auftakt | 12 |");
        frozen.ToJsonString().ShouldContain("Kulturverein");
        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete })
        {
            await given.Coordinator.SendAsync(method, $"{url}/1", new { title = "Anders" }).ProblemAsync(409, "milestone-frozen");
            await given
                .Coordinator.SendAsync(method, $"{url}/1/sections/vorwort", new { markdown = "Anders" })
                .ProblemAsync(409, "milestone-frozen");
        }
        var section = await given.SectionAsync(concept, "vorwort");
        await given
            .Editor.SendAsync(
                HttpMethod.Put,
                $"{given.Api}/concepts/{concept.Id}/sections/vorwort",
                new EditSection("Vorwort", "Neu"),
                section.Version
            )
            .ReadAsync();
        (await given.Coordinator.GetAsync($"{url}/1").ReadAsync()).ToJsonString().ShouldBe(frozen.ToJsonString());
    }

    [Fact]
    public async Task The_adoption_paper_comes_of_the_data_and_its_adoption_adopts_the_milestone()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        var concluded = await given.ConcludeAsync(concept);
        var paper = await given.ASubmittedConceptAsync(concept);
        paper.Content.Reasoning!.ShouldContain("VL-320/2022");
        paper.Content.Reasoning!.ShouldContain("Aus 1 Beiträgen sind 1 Maßnahmen");

        var section = await given.SectionAsync(concept, "vorwort");
        await given
            .Editor.SendAsync(
                HttpMethod.Put,
                $"{given.Api}/concepts/{concept.Id}/sections/vorwort",
                new EditSection("V", "x"),
                section.Version
            )
            .ProblemAsync(409, "concept-frozen");
        await given
            .Coordinator.SendAsync(
                HttpMethod.Post,
                $"{given.Api}/concepts/{concept.Id}/adoption-paper",
                Given.Submission(reference: "VL-401/2023")
            )
            .ProblemAsync(409, "concept-frozen");

        await given.DecideAsync(paper, 2, new(Outcome.Adopted, new(2023, 9, 29))).ReadAsync<PaperDto>();
        var adopted = await service.Bus.WaitForAsync<ConceptAdopted>(given.Tenant);
        (adopted.Edition, adopted.Sections.Count, adopted.Contributions.Single().Text).ShouldBe((1, 12, "Abends fehlen Kurse"));
        var answer = await service.Bus.WaitForAsync<ContributionAnswered>(given.Tenant);
        (answer.AggregateId, answer.Answer).ShouldBe((concluded.Contributions[0].Id, ContributionAnswer.TakenUp));

        await service.Bus.PublishAsync(
            new EditionPublished
            {
                Tenant = given.Tenant,
                AggregateId = Guid.CreateVersion7(),
                Version = 1,
                OccurredAt = adopted.OccurredAt,
                ConceptId = concept.Id,
                Number = 1,
                Path = $"/{given.Tenant}/konzept/1",
                ContentHash = "00",
            }
        );
        await Eventually.TrueAsync(
            async () =>
                (await given.Coordinator.GetAsync($"{given.Api}/concepts/{concept.Id}").ReadAsync<ConceptDto>()).State
                == ConceptState.Published,
            "it is published"
        );
    }

    [Fact]
    public async Task A_rejected_concept_goes_back_to_its_editors_and_nothing_is_published()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        var paper = await given.ASubmittedConceptAsync(concept);
        await given.DecideAsync(paper, 2, new(Outcome.Rejected, new(2023, 9, 29))).ReadAsync<PaperDto>();
        (await service.Bus.WaitForAsync<ConceptReturned>(given.Tenant)).Rejected.ShouldBeTrue();
        (await given.Coordinator.GetAsync($"{given.Api}/concepts/{concept.Id}").ReadAsync<ConceptDto>()).State.ShouldBe(
            ConceptState.Drafting
        );
        (await service.PublishedAsync<ConceptAdopted>(given.Tenant)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_milestone_or_concept_that_is_not_there_can_not_be_submitted()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        await given
            .Coordinator.SendAsync(HttpMethod.Post, $"{given.Api}/concepts/{concept.Id}/adoption-paper", Given.Submission(milestone: 3))
            .ProblemAsync(404, "not-found");
        await given
            .Coordinator.SendAsync(HttpMethod.Post, $"{given.Api}/concepts/{Guid.CreateVersion7()}/adoption-paper", Given.Submission())
            .ProblemAsync(404, "not-found");
        (await given.Coordinator.GetAsync($"{given.Api}/concepts/{concept.Id}").ReadAsync<ConceptDto>()).State.ShouldBe(
            ConceptState.Drafting
        );
    }
}
