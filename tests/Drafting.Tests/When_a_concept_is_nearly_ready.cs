using System.IO.Compression;
using System.Text;
using Integrationskonzept.Contracts;
using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Goals;
using Integrationskonzept.Drafting.Measures;
using Integrationskonzept.Drafting.Readiness;
using Integrationskonzept.Drafting.Sections;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Drafting.Tests;

public sealed class When_a_concept_is_nearly_ready(DraftingService service)
{
    const string Key = "bildung-sprache";

    [Fact]
    public async Task What_is_missing_is_told_with_its_place_and_goes_when_it_is_done()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        var unused = Guid.CreateVersion7();
        var whole = given.Conclusion(concept);
        var concluded = await given.ConcludeAsync(
            concept,
            again: whole with
            {
                Contributions =
                [
                    .. whole.Contributions,
                    new(unused, ContributionKind.Idea, "Ein Fest", null, StakeholderGroup.CivilSociety, 0),
                ],
            }
        );

        var before = await LookAsync(given, concept);
        before.IsComplete.ShouldBeFalse();
        Count(before, ReadinessKind.ChapterWithoutText).ShouldBe(3); // foreword, understanding, implementation
        Count(before, ReadinessKind.TopicAreaNotConcluded).ShouldBe(5);
        Count(before, ReadinessKind.ContributionsWithoutOutcome).ShouldBe(1);
        before
            .Items.Where(item => item.Subject == ReadinessSubject.Measure)
            .Select(item => item.Kind)
            .ShouldBe([ReadinessKind.MeasureWithoutPeriod, ReadinessKind.MeasureWithoutCost, ReadinessKind.MeasureWithoutIndicator]);
        var goal = before.Items.Single(item => item.Kind == ReadinessKind.GoalWithoutMeasures);
        (goal.SubjectId, goal.Words).ShouldBe((concluded.Goals[0].Id.ToString(), "Ziel ohne Maßnahme: Z1.1 Alle erreichen einen Kurs"));
        (await given.Editor.GetAsync(goal.Link).ReadAsync<GoalDto>()).Number.ShouldBe("Z1.1");

        await CompleteAsync(given, concept, concluded.Goals[0].Id);
        var section = await given.SectionAsync(concept, "vorwort");
        await given
            .Editor.SendAsync(
                HttpMethod.Put,
                $"{given.Api}/concepts/{concept.Id}/sections/vorwort",
                new EditSection("Vorwort", "Gut."),
                section.Version
            )
            .ReadAsync();
        var after = await LookAsync(given, concept);
        Count(after, ReadinessKind.ChapterWithoutText).ShouldBe(2);
        after.Items.ShouldNotContain(item => item.Subject == ReadinessSubject.Measure || item.Subject == ReadinessSubject.Goal);
        await given.ASubmittedConceptAsync(concept); // it informs, it stops nobody
    }

    [Fact]
    public async Task A_chapter_with_sections_is_written_in_them_and_all_is_told_in_reading_order()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        var url = $"{given.Api}/concepts/{concept.Id}/sections";
        foreach (var title in new[] { "Begriffe", "Werte" })
            await given.Editor.SendAsync(HttpMethod.Post, url, new AddSection(title, "verstaendnis")).ReadAsync<SectionDto>();
        (await WithoutTextAsync()).ShouldBe(["vorwort", "begriffe", "werte", "umsetzung"]);

        var begun = await given.SectionAsync(concept, "werte");
        await given.Editor.SendAsync(HttpMethod.Put, $"{url}/werte", new EditSection("Werte", "Gut."), begun.Version).ReadAsync();
        (await WithoutTextAsync()).ShouldBe(["vorwort", "begriffe", "umsetzung"]);

        async Task<IEnumerable<string>> WithoutTextAsync() =>
            (await LookAsync(given, concept))
                .Items.Where(item => item.Kind == ReadinessKind.ChapterWithoutText)
                .Select(item => item.SubjectId);
    }

    [Fact]
    public async Task It_is_told_to_the_staff_alone_and_in_the_readers_language()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        var url = $"{given.Api}/concepts/{concept.Id}/readiness";
        await service.As(given.Tenant, "participant").GetAsync(url).ProblemAsync(403, "forbidden");
        var other = await Given.ALandkreisAsync(service);
        await other.Editor.GetAsync($"{other.Api}/concepts/{concept.Id}/readiness").ProblemAsync(404, "not-found");
        given.Editor.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        (await LookAsync(given, concept)).Items[0].Words.ShouldBe("Chapter without text: Vorwort");
    }

    [Fact]
    public async Task Measures_go_out_as_CSV_workbook_and_JSON_and_no_cell_is_a_formula()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        var url = $"{given.Api}/concepts/{concept.Id}/measures/export";
        (await TextAsync(given, $"{url}.csv")).ShouldContain("Nummer;"); // without a measure, too
        var concluded = await given.ConcludeAsync(concept);
        await CompleteAsync(given, concept, concluded.Goals[0].Id, "=HYPERLINK(\"https://example.org\")");

        var csv = await TextAsync(given, $"{url}.csv");
        csv.ShouldContain("Z1.1 Alle erreichen einen Kurs");
        csv.ShouldContain("24000,5");
        csv.ShouldContain("'=HYPERLINK");
        csv.ShouldNotContain(";=HYPERLINK");
        csv.ShouldNotContain("\"=HYPERLINK");
        using var workbook = new ZipArchive(await (await given.Editor.GetAsync($"{url}.xlsx")).Content.ReadAsStreamAsync());
        workbook.Entries.ShouldContain(entry => entry.FullName.StartsWith("xl/worksheets/"));
        var json = await given.Editor.GetAsync($"{url}.json").ReadAsync<List<ExportedMeasure>>();
        (json.Single().GoalNumber, json.Single().Measure.Plan!.CostPerYear).ShouldBe(("Z1.1", 24_000.5m));
        await service.As(given.Tenant, "participant").GetAsync($"{url}.csv").ProblemAsync(403, "forbidden");
        var other = await Given.ALandkreisAsync(service);
        await other.Editor.GetAsync($"{other.Api}/concepts/{concept.Id}/measures/export.json").ProblemAsync(404, "not-found");
    }

    static async Task CompleteAsync(Given given, ConceptDto concept, Guid goal, string title = "Abendkurse")
    {
        var measure = (await given.MeasuresAsync(concept)).Single();
        var plan = new EditPlan("2027-03", null, null, 24_000.5m, Indicator: new("Teilnehmende", Target: 120));
        await given
            .Editor.SendAsync(
                HttpMethod.Put,
                $"{given.Api}/concepts/{concept.Id}/measures/{measure.Measure.Id}",
                new EditMeasure(title, "Zwei Kurse.", Owner: "VHS", Plan: plan, GoalId: goal),
                measure.Version
            )
            .ReadAsync<MeasureDto>();
    }

    static int Count(ReadinessDto readiness, ReadinessKind kind) =>
        readiness.Counts.SingleOrDefault(count => count.Kind == kind)?.Count ?? 0;

    static Task<ReadinessDto> LookAsync(Given given, ConceptDto concept) =>
        given.Editor.GetAsync($"{given.Api}/concepts/{concept.Id}/readiness").ReadAsync<ReadinessDto>();

    static async Task<string> TextAsync(Given given, string url) =>
        Encoding.UTF8.GetString(await (await given.Editor.GetAsync(url)).EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync());
}
