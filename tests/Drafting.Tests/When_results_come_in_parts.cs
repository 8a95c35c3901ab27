using Integrationskonzept.Contracts;
using Integrationskonzept.Drafting.Papers;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Drafting.Tests;

public sealed class When_results_come_in_parts(DraftingService service)
{
    const int Many = 5000,
        PerMeasure = 500;

    [Fact]
    public async Task The_chapter_is_filled_once_with_the_last_of_them_in_any_order_each_delivered_twice()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        var parts = InParts(given.Conclusion(concept), count: 3);
        foreach (var part in parts.Skip(1).Reverse())
        {
            await given.TellAsync(part);
            await given.TellAsync(part, Guid.CreateVersion7());
        }
        (await given.SectionAsync(concept, parts[0].Key)).Concluded.ShouldBeFalse();

        await given.TellAsync(parts[0]);
        var section = await given.SectionAsync(concept, parts[0].Key);
        (section.Concluded, section.Revision).ShouldBe((true, 1));
        section.Markdown.ShouldContain("Kurse finden meist vormittags statt.");
        section.Markdown.ShouldContain("- Kurse am Abend");
        (await given.MeasuresAsync(concept)).Count.ShouldBe(1);
        foreach (var part in parts)
            await given.TellAsync(part, Guid.CreateVersion7());
        (await given.SectionAsync(concept, parts[0].Key)).Revision.ShouldBe(1);
    }

    [Fact]
    public async Task Parts_that_come_at_once_fill_the_chapter_once()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        var parts = InParts(given.Conclusion(concept), count: 8);
        await Task.WhenAll(parts.Select(part => given.TellAsync(part)));
        var section = await given.SectionAsync(concept, parts[0].Key);
        (section.Concluded, section.Revision).ShouldBe((true, 1));
    }

    [Fact]
    public async Task A_concept_of_five_thousand_contributions_leaves_in_messages_of_bounded_size()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        await given.TellAsync(Large(given.Conclusion(concept)));
        var paper = await given.ASubmittedConceptAsync(concept);
        await given.DecideAsync(paper, 2, new(Outcome.Adopted, new(2023, 9, 29))).ReadAsync<PaperDto>();

        var told = await service.PublishedAsync<ConceptAdopted>(given.Tenant);
        told.Max(Weight.Of).ShouldBeLessThan(Weight.Most);
        told.Select(fact => fact.Part!.Whole).Distinct().Count().ShouldBe(1);
        told.Select(fact => fact.Part!.Number).Order().ShouldBe(Enumerable.Range(1, told[0].Part!.Count));
        told.SelectMany(fact => fact.Contributions).Select(source => source.Id).Distinct().Count().ShouldBe(Many);
        told.Sum(fact => fact.Contributions.Count).ShouldBe(Many, "once each, though two measures came of it");
        told.SelectMany(fact => fact.Measures).Sum(measure => measure.Measure.ContributionIds.Count).ShouldBe(2 * Many);
        (await service.PublishedAsync<ContributionAnswered>(given.Tenant)).Count.ShouldBe(Many);
    }

    /// <summary>All but the situation in the last one.</summary>
    static List<TopicAreaConcluded> InParts(TopicAreaConcluded whole, int count)
    {
        var id = Guid.CreateVersion7();
        return
        [
            .. Enumerable
                .Range(1, count)
                .Select(number =>
                    (number == count ? whole : whole with { Needs = [], Goals = [], Measures = [], Contributions = [] }) with
                    {
                        Part = new(id, number, count),
                        Situation = number == 1 ? whole.Situation : "",
                    }
                ),
        ];
    }

    static TopicAreaConcluded Large(TopicAreaConcluded small)
    {
        var sources = Enumerable
            .Range(1, Many)
            .Select(number => new ContributionSource(
                Guid.CreateVersion7(),
                ContributionKind.Need,
                $"Beitrag {number}: {new string('x', 800)}",
                null,
                StakeholderGroup.Politics,
                1
            ))
            .ToList();
        var measures = sources
            .Chunk(PerMeasure)
            .SelectMany(chunk =>
                Enumerable
                    .Range(0, 2)
                    .Select(_ =>
                        small.Measures[0] with
                        {
                            Id = Guid.CreateVersion7(),
                            ContributionIds = [.. chunk.Select(source => source.Id)],
                        }
                    )
            );
        return small with { Measures = [.. measures], Contributions = sources };
    }
}
