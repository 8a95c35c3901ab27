using Integrationskonzept.Contracts;
using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Papers;
using Integrationskonzept.Drafting.Sections;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Drafting.Tests;

public sealed class When_organizations_decide(DraftingService service)
{
    static readonly Decision Committee = new(Outcome.Adopted, new(2022, 8, 11)),
        Council = new(Outcome.Adopted, new(2022, 9, 16));

    [Fact]
    public async Task The_councils_adoption_grants_the_mandate_and_makes_the_skeleton()
    {
        var given = await Given.ALandkreisAsync(service);
        var paper = await given.AMandateAsync();
        paper.State.ShouldBe(PaperState.Adopted);
        var granted = await service.Bus.WaitForAsync<MandateGranted>(given.Tenant);
        (granted.Reference, granted.DecidedOn, granted.Budget, granted.Deadline).ShouldBe(
            ("VL-320/2022", new(2022, 9, 16), 7000m, new DateOnly(2023, 9, 30))
        );
        granted.TopicAreas[5].Key.ShouldBe("interkulturelle-vielfaltsorientierte-oeffnung");

        var concept = (await given.Coordinator.GetAsync($"{given.Api}/concepts").ReadAsync<Page<ConceptDto>>()).Items.Single();
        var sections = await given.Editor.GetAsync($"{given.Api}/concepts/{concept.Id}/sections").ReadAsync<List<SectionDto>>();
        sections.Count.ShouldBe(12);
        sections.Count(section => section.TopicAreaKey is not null).ShouldBe(6);
    }

    [Fact]
    public async Task The_organizations_decide_in_their_order_once_each()
    {
        var given = await Given.ALandkreisAsync(service);
        var paper = await given.ImportAsync();
        await given.DecideAsync(paper, 2, Council).ProblemAsync(409, "earlier-consultation-open");
        await given.DecideAsync(paper, 9, Council).ProblemAsync(404, "consultation-unknown");
        paper = await given.DecideAsync(paper, 1, Committee).ReadAsync<PaperDto>();
        await given.DecideAsync(paper, 1, Committee).ProblemAsync(409, "already-decided");
        await given.DecideAsync(paper, 2, Council with { DecidedOn = new(2022, 8, 1) }).ProblemAsync(422, "dates-contradict");
        await given.DecideAsync(paper, 2, Council with { Outcome = Outcome.Noted }).ProblemAsync(422, "must-decide");
        await given.DecideAsync(paper, 2, Council with { ChangedResolution = "Anders" }).ProblemAsync(422, "changed-wording-mismatch");
        await given
            .Coordinator.SendAsync(
                HttpMethod.Put,
                $"{given.Api}/papers/{paper.Id}",
                new CorrectPaper(paper.Reference, paper.Content, [new("Kreistag")]),
                paper.Version
            )
            .ProblemAsync(409, "paper-in-consultation");
        (await service.PublishedAsync<MandateGranted>(given.Tenant)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_who_record_the_same_decision_at_once_grant_one_mandate()
    {
        var given = await Given.ALandkreisAsync(service);
        var paper = await given.DecideAsync(await given.ImportAsync(), 1, Committee).ReadAsync<PaperDto>();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => given.DecideAsync(paper, 2, Council)));
        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        answers.Where(answer => !answer.IsSuccessStatusCode).ShouldAllBe(answer => (int)answer.StatusCode == 412);
        (await service.PublishedAsync<MandateGranted>(given.Tenant)).Count.ShouldBe(1);
        (await given.Coordinator.GetAsync($"{given.Api}/concepts").ReadAsync<Page<ConceptDto>>()).Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_changed_wording_is_what_counts_and_a_deferred_matter_comes_back()
    {
        var given = await Given.ALandkreisAsync(service);
        var paper = await given.DecideAsync(await given.ImportAsync(), 1, Committee).ReadAsync<PaperDto>();
        paper = await given.DecideAsync(paper, 2, new(Outcome.Deferred, new(2022, 9, 16))).ReadAsync<PaperDto>();
        (paper.Consultations.Count, paper.State).ShouldBe((3, PaperState.InConsultation));
        await given
            .DecideAsync(paper, 3, new(Outcome.AdoptedWithChanges, new(2022, 10, 28), "Ein Konzept wird bis Ende 2023 erarbeitet."))
            .ReadAsync<PaperDto>();
        (await service.Bus.WaitForAsync<MandateGranted>(given.Tenant)).Resolution.ShouldBe("Ein Konzept wird bis Ende 2023 erarbeitet.");
    }

    [Fact]
    public async Task Only_the_council_office_records_decisions()
    {
        var given = await Given.ALandkreisAsync(service);
        var paper = await given.ImportAsync();
        await given
            .Coordinator.SendAsync(HttpMethod.Post, $"{given.Api}/papers/{paper.Id}/consultations/1/decision", Committee, paper.Version)
            .ProblemAsync(403, "forbidden");
    }

    [Fact]
    public async Task A_paper_without_topic_areas_can_not_become_a_mandate_and_stays_undecided()
    {
        var given = await Given.ALandkreisAsync(service);
        var paper = await given.ImportAsync();
        paper = await given
            .Coordinator.SendAsync(
                HttpMethod.Put,
                $"{given.Api}/papers/{paper.Id}",
                new CorrectPaper(paper.Reference, paper.Content with { TopicAreas = [] }, [new("Kreistag", new(2022, 9, 16))]),
                paper.Version
            )
            .ReadAsync<PaperDto>();
        await given.DecideAsync(paper, 1, Council).ProblemAsync(422, "mandate-incomplete");
        (await given.Coordinator.GetAsync($"{given.Api}/papers/{paper.Id}").ReadAsync<PaperDto>()).State.ShouldBe(PaperState.Draft);
    }
}
