using Integrationskonzept.Contracts;
using Integrationskonzept.Drafting.Papers;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Drafting.Tests;

/// <summary>A topic area is concluded while the organizations decide on the concept, or after that.</summary>
public sealed class When_results_come_late(DraftingService service)
{
    static readonly DateOnly Day = new(2023, 9, 29);

    [Fact]
    public async Task They_wait_while_the_concept_is_before_the_organizations_and_fill_the_returned_one()
    {
        using var meters = new Meters();
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        var paper = await given.ASubmittedConceptAsync(concept);
        var late = given.Conclusion(concept);
        await given.TellAsync(late);
        await given.TellAsync(late, Guid.CreateVersion7()); // the same fact under another id
        paper = await given.DecideAsync(paper, 2, new(Outcome.Deferred, Day)).ReadAsync<PaperDto>();
        (await given.SectionAsync(concept, late.Key)).Concluded.ShouldBeFalse();

        await given.DecideAsync(paper, 3, new(Outcome.Rejected, Day)).ReadAsync<PaperDto>();
        var section = await given.SectionAsync(concept, late.Key);
        (section.Concluded, section.Revision).ShouldBe((true, 1));
        (await given.MeasuresAsync(concept)).Single().Measure.Id.ShouldBe(late.Measures[0].Id);
        await given.TellAsync(late, Guid.CreateVersion7()); // once more, afterwards
        (await given.SectionAsync(concept, late.Key)).Revision.ShouldBe(1);
        meters.Sum("consumer.failures", ("tenant", given.Tenant)).ShouldBe(0);
        (await service.PublishedAsync<ContributionAnswered>(given.Tenant)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task They_go_into_the_next_concept_where_theirs_was_adopted_and_people_are_told_so(bool beforeTheDecision)
    {
        using var meters = new Meters();
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        var paper = await given.ASubmittedConceptAsync(concept);
        var late = given.Conclusion(concept);
        if (beforeTheDecision)
            await given.TellAsync(late);
        await given.DecideAsync(paper, 2, new(Outcome.Adopted, Day)).ReadAsync<PaperDto>();
        if (!beforeTheDecision)
            await given.TellAsync(late);
        (await service.PublishedAsync<ContributionAnswered>(given.Tenant))
            .Select(fact => (fact.AggregateId, fact.Answer))
            .ShouldBe([(late.Contributions[0].Id, ContributionAnswer.Deferred)]);
        (await given.SectionAsync(concept, late.Key)).Markdown.ShouldBeEmpty();

        var next = await given.AConceptAsync("VL-7/2027");
        var section = await given.SectionAsync(next, late.Key);
        section.Markdown.ShouldContain("- Kurse am Abend");
        section.Markdown.ShouldContain("VL-320/2022");
        section.Concluded.ShouldBeFalse(); // its own topic area is still to come
        await given.ConcludeAsync(next, late.Key);
        (await given.MeasuresAsync(next)).Select(measure => measure.Number).ShouldBe(["1.1", "1.2"]);
        (await given.MeasuresAsync(concept)).ShouldBeEmpty();
        meters.Sum("consumer.failures", ("tenant", given.Tenant)).ShouldBe(0);
    }

    [Fact]
    public async Task A_conclusion_in_the_moment_of_the_decision_is_never_lost()
    {
        for (var round = 0; round < 5; round++)
        {
            var given = await Given.ALandkreisAsync(service);
            var concept = await given.AConceptAsync();
            var paper = await given.ASubmittedConceptAsync(concept);
            var late = given.Conclusion(concept);
            await Task.WhenAll(given.TellAsync(late), given.DecideAsync(paper, 2, new(Outcome.Rejected, Day)).ReadAsync<PaperDto>());
            (await given.SectionAsync(concept, late.Key)).Concluded.ShouldBeTrue();
        }
    }
}
