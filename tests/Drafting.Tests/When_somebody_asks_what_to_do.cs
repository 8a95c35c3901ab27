using Integrationskonzept.Contracts;
using Integrationskonzept.Drafting.Measures;
using Integrationskonzept.Drafting.Papers;
using Integrationskonzept.Drafting.Sections;
using Integrationskonzept.ServiceDefaults.Tasks;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Drafting.Tests;

public sealed class When_somebody_asks_what_to_do(DraftingService service)
{
    static readonly string Doubtful = Given.Example.Replace("Gesamtkosten von ca. 7.000 €", "Gesamtkosten von ca. 9.000 €");

    static Task<IReadOnlyList<TaskDto>> TasksAsync(Given given, HttpClient who) => who.TasksAsync(given.Tenant, "drafting");

    static async Task<TaskDto?> TaskAsync(Given given, HttpClient who, TaskKind kind) =>
        (await TasksAsync(given, who)).SingleOrDefault(task => task.Kind == kind);

    [Fact]
    public async Task Findings_are_to_be_settled_until_somebody_corrects_the_paper()
    {
        var given = await Given.ALandkreisAsync(service);
        var paper = await given.ImportAsync(Doubtful);
        var task = (await TaskAsync(given, given.Coordinator, TaskKind.SettleFindings)).ShouldNotBeNull();
        (task.Title, task.Subject, task.DueOn, task.Count).ShouldBe(
            (
                "Offene Stellen klären: Vorlage VL-320/2022",
                new(TaskSubjectType.Paper, paper.Id),
                new DateOnly(2022, 8, 11),
                paper.Findings.Count(finding => finding.Severity != "info")
            )
        );
        (await TaskAsync(given, given.Editor, TaskKind.SettleFindings)).ShouldBeNull("an editor can't correct papers");

        var steps = paper.Consultations.Select(step => new PlannedConsultation(step.Organization, step.Date)).ToList();
        await given
            .Coordinator.SendAsync(
                HttpMethod.Put,
                $"{given.Api}/papers/{paper.Id}",
                new CorrectPaper(paper.Reference, paper.Content, steps),
                paper.Version
            )
            .ReadAsync<PaperDto>();
        (await TaskAsync(given, given.Coordinator, TaskKind.SettleFindings)).ShouldBeNull();
    }

    [Fact]
    public async Task The_council_office_records_one_result_after_the_other()
    {
        var given = await Given.ALandkreisAsync(service);
        var paper = await given.ImportAsync();
        var first = (await TaskAsync(given, given.Council, TaskKind.RecordDecision)).ShouldNotBeNull();
        (first.Title, first.Subject.Id, first.DueOn).ShouldBe(
            ("Ergebnis eintragen: VL-320/2022, Kreisausschuss am 11.08.2022", paper.Id, new DateOnly(2022, 8, 11))
        );
        (await TaskAsync(given, given.Coordinator, TaskKind.RecordDecision)).ShouldBeNull("only the council office records decisions");

        paper = await given.DecideAsync(paper, 1, new(Outcome.Adopted, new(2022, 8, 11))).ReadAsync<PaperDto>();
        (await TaskAsync(given, given.Council, TaskKind.RecordDecision)).ShouldNotBeNull().DueOn.ShouldBe(new(2022, 9, 16));
        await given.DecideAsync(paper, 2, new(Outcome.Deferred, new(2022, 9, 16))).ReadAsync<PaperDto>();
        (await TaskAsync(given, given.Council, TaskKind.RecordDecision)).ShouldBeNull("when it comes back is not known");
    }

    [Fact]
    public async Task A_meeting_that_is_still_ahead_waits_for_nobody()
    {
        var given = await Given.ALandkreisAsync(service);
        var paper = await given.ImportAsync();
        await given
            .Coordinator.SendAsync(
                HttpMethod.Put,
                $"{given.Api}/papers/{paper.Id}",
                new CorrectPaper(
                    paper.Reference,
                    paper.Content with
                    {
                        Deadline = null,
                    },
                    [new("Kreistag", DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(2))]
                ),
                paper.Version
            )
            .ReadAsync<PaperDto>();
        (await TasksAsync(given, given.Council)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Chapters_are_to_be_written_until_they_have_text()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        var task = (await TaskAsync(given, given.Editor, TaskKind.WriteChapters)).ShouldNotBeNull();
        (task.Subject, task.Count, task.DueOn).ShouldBe((new(TaskSubjectType.Concept, concept.Id), 3, null));
        (await TasksAsync(given, given.Council)).ShouldBeEmpty();

        foreach (var key in new[] { "vorwort", "verstaendnis", "umsetzung" })
            await given
                .Editor.SendAsync(
                    HttpMethod.Put,
                    $"{given.Api}/concepts/{concept.Id}/sections/{key}",
                    new { title = key, markdown = "Text." },
                    (await given.SectionAsync(concept, key)).Version
                )
                .ReadAsync<SectionDto>();
        (await TaskAsync(given, given.Editor, TaskKind.WriteChapters)).ShouldBeNull();
    }

    [Fact]
    public async Task A_chapter_that_has_sections_is_written_in_them()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        var url = $"{given.Api}/concepts/{concept.Id}/sections";
        await given.Editor.SendAsync(HttpMethod.Post, url, new AddSection("Begriffe", "verstaendnis")).ReadAsync<SectionDto>();
        (await TaskAsync(given, given.Editor, TaskKind.WriteChapters))
            .ShouldNotBeNull()
            .Count.ShouldBe(3, "the section in place of its chapter");

        var begun = await given.SectionAsync(concept, "begriffe");
        await given.Editor.SendAsync(HttpMethod.Put, $"{url}/begriffe", new EditSection("Begriffe", "Text."), begun.Version).ReadAsync();
        (await TaskAsync(given, given.Editor, TaskKind.WriteChapters)).ShouldNotBeNull().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_is_responsible_is_to_be_named_until_the_concept_is_before_the_organizations()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        var concluded = given.Conclusion(concept);
        var measures = concluded.Measures.Append(concluded.Measures[0] with { Id = Guid.CreateVersion7(), Owner = " " }).ToList();
        await given.ConcludeAsync(concept, again: concluded with { Measures = measures });
        var task = (await TaskAsync(given, given.Editor, TaskKind.NameOwner)).ShouldNotBeNull();
        (task.Title, task.Subject).ShouldBe(
            ("Zuständige Stelle nennen: Maßnahme 1.2 Abendkurse", new(TaskSubjectType.Measure, measures[1].Id, concept.Id))
        );

        var measure = (await given.MeasuresAsync(concept)).Single(row => row.Measure.Id == measures[1].Id);
        await given
            .Editor.SendAsync(
                HttpMethod.Put,
                $"{given.Api}/concepts/{concept.Id}/measures/{measures[1].Id}",
                new
                {
                    title = "Abendkurse",
                    description = "Zwei Kurse je Woche.",
                    owner = "Volkshochschule",
                },
                measure.Version
            )
            .ReadAsync<MeasureDto>();
        (await TaskAsync(given, given.Editor, TaskKind.NameOwner)).ShouldBeNull();
    }

    [Fact]
    public async Task A_concept_is_to_be_submitted_when_all_topic_areas_are_concluded_until_it_is()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        var granted = await service.Bus.WaitForAsync<MandateGranted>(given.Tenant);
        foreach (var area in granted.TopicAreas)
        {
            (await TaskAsync(given, given.Coordinator, TaskKind.SubmitConcept)).ShouldBeNull("not all are concluded");
            await given.ConcludeAsync(concept, area.Key);
        }
        var task = (await TaskAsync(given, given.Coordinator, TaskKind.SubmitConcept)).ShouldNotBeNull();
        task.Subject.ShouldBe(new(TaskSubjectType.Concept, concept.Id));
        (await TaskAsync(given, given.Editor, TaskKind.SubmitConcept)).ShouldBeNull("an editor can't submit");

        await given.ASubmittedConceptAsync(concept);
        (await TasksAsync(given, given.Coordinator)).ShouldBeEmpty();
        (await TaskAsync(given, given.Council, TaskKind.RecordDecision)).ShouldNotBeNull().DueOn.ShouldBe(new(2023, 9, 29));
    }

    [Fact]
    public async Task Nobody_is_told_of_another_landkreis_or_of_what_they_may_not_do()
    {
        var (given, other) = (await Given.ALandkreisAsync(service), await Given.ALandkreisAsync(service));
        await given.ImportAsync(Doubtful);
        (await TasksAsync(other, other.Coordinator)).ShouldBeEmpty();
        (await TasksAsync(given, service.As(given.Tenant, "participant", "check-in-helper"))).ShouldBeEmpty();
        var url = $"{given.Api}/tasks/drafting";
        await other.Coordinator.GetAsync(url).ProblemAsync(404, "not-found");
        await service.AsOperator().GetAsync(url).ProblemAsync(404, "not-found");
        await service.As(given.Tenant).GetAsync(url).ProblemAsync(401, "unauthenticated");
        await given.Coordinator.GetAsync("/api/v1/nirgendwo/tasks/drafting").ProblemAsync(404, "tenant-unknown");
    }

    [Fact]
    public async Task Tasks_are_told_in_the_language_of_who_asks()
    {
        var given = await Given.ALandkreisAsync(service);
        await given.ImportAsync();
        given.Council.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        (await TaskAsync(given, given.Council, TaskKind.RecordDecision))
            .ShouldNotBeNull()
            .Title.ShouldBe("Record the result: VL-320/2022, Kreisausschuss on 2022-08-11");
    }
}
