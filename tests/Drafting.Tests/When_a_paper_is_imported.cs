using Integrationskonzept.Contracts;
using Integrationskonzept.Drafting.Papers;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Drafting.Tests;

public sealed class When_a_paper_is_imported(DraftingService service)
{
    [Fact]
    public async Task It_says_all_that_it_understood()
    {
        var given = await Given.ALandkreisAsync(service);
        var paper = await given.ImportAsync();
        (paper.Reference, paper.Content.Subject, paper.Content.Office, paper.Content.Date).ShouldBe(
            ("VL-320/2022", "Auftrag zur Erstellung eines Integrationskonzeptes", "Sozialamt", new DateOnly(2022, 7, 26))
        );
        paper
            .Consultations.Select(step => (step.Organization, step.Date, step.AgendaItem, step.Role, step.Authoritative))
            .ShouldBe([
                ("Kreisausschuss", new DateOnly(2022, 8, 11), null, ConsultationRole.Decision, false),
                ("Kreistag", new DateOnly(2022, 9, 16), "7", ConsultationRole.Decision, true),
            ]);
        paper
            .Content.Programme.Select(item => (item.Kind, item.Count, item.LengthInDays, item.UnitCost, item.Total))
            .ShouldBe([(EventKind.Kickoff, 1, 1m, 1000m, 1000m), (EventKind.Workshop, 12, 0.5m, 500m, 6000m)]);
        (paper.Content.StatedTotal, paper.Content.ComputedTotal, paper.Content.MonthsPerTopicArea, paper.Content.Deadline).ShouldBe(
            (7000m, 7000m, 2, new DateOnly(2023, 9, 30))
        );
        paper.Content.TopicAreas.Count.ShouldBe(6);
        paper.Content.LeadUnit!.ShouldContain("WIR-Vielfaltszentrum");
        paper.Findings.ShouldNotContain(finding => finding.Severity == "error");
    }

    [Fact]
    public async Task What_it_doubts_is_a_finding_with_its_place_in_the_text()
    {
        var given = await Given.ALandkreisAsync(service);
        var paper = await given.ImportAsync(Given.Example.Replace("Gesamtkosten von ca. 7.000 €", "Gesamtkosten von ca. 9.000 €"));
        var finding = paper.Findings.Single(finding => finding.Code == "total-differs");
        Given.Example.Substring(finding.Position!.Offset, 4).ShouldNotBeNullOrWhiteSpace();
        finding.German.ShouldContain("9.000");
    }

    [Theory]
    [InlineData("", "paper-empty")]
    [InlineData("  \n\t ", "paper-empty")]
    [InlineData("Zutaten: 500 g Mehl, 3 Eier. Den Teig eine Stunde ruhen lassen.", "not-a-paper")]
    [InlineData("PK\u0003\u0004\u0000\u0000", "paper-not-text")]
    public async Task What_is_no_paper_is_refused_and_nothing_is_stored(string text, string problem)
    {
        var given = await Given.ALandkreisAsync(service);
        await given.SendPaperAsync(text).ProblemAsync(422, problem);
        (await given.Coordinator.GetAsync($"{given.Api}/papers").ReadAsync<Page<PaperDto>>()).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Huge_files_other_types_and_bytes_that_are_no_text_are_refused()
    {
        var given = await Given.ALandkreisAsync(service);
        await given.SendPaperAsync(new string('x', 5 * 1024 * 1024 + 1)).ProblemAsync(413, "paper-too-large");
        await given.SendPaperAsync("{}", "application/json").ProblemAsync(415, "unsupported-media-type");
        var bytes = new ByteArrayContent([0xC3, 0x28, 0xFF]);
        bytes.Headers.ContentType = new("text/plain");
        await given.Coordinator.PostAsync($"{given.Api}/papers/import", bytes).ProblemAsync(422, "paper-not-text");
    }

    [Fact]
    public async Task The_same_reference_comes_in_once_per_landkreis()
    {
        var (given, other) = (await Given.ALandkreisAsync(service), await Given.ALandkreisAsync(service));
        var paper = await given.ImportAsync();
        await given.SendPaperAsync(Given.Example).ProblemAsync(409, "paper-exists");
        await other.ImportAsync();
        await other.Coordinator.GetAsync($"{other.Api}/papers/{paper.Id}").ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task Every_field_can_be_corrected_by_who_read_the_latest_version()
    {
        var given = await Given.ALandkreisAsync(service);
        var paper = await given.ImportAsync();
        var correction = new CorrectPaper(
            "VL-321/2022",
            paper.Content with
            {
                Subject = "Neuer Betreff",
            },
            [new("Integrationsbeirat", new(2022, 8, 1), null, ConsultationRole.Hearing), new("Kreistag", new(2022, 9, 16), "8")]
        );
        var url = $"{given.Api}/papers/{paper.Id}";
        await given.Coordinator.SendAsync(HttpMethod.Put, url, correction).ProblemAsync(428, "if-match-missing");
        var corrected = await given.Coordinator.SendAsync(HttpMethod.Put, url, correction, paper.Version).ReadAsync<PaperDto>();
        (corrected.Reference, corrected.Content.Subject, corrected.Consultations[0].Role).ShouldBe(
            ("VL-321/2022", "Neuer Betreff", ConsultationRole.Hearing)
        );
        await given.Coordinator.SendAsync(HttpMethod.Put, url, correction, paper.Version).ProblemAsync(412, "changed-meanwhile");
    }

    [Fact]
    public async Task Dates_that_contradict_each_other_are_refused()
    {
        var given = await Given.ALandkreisAsync(service);
        var paper = await given.ImportAsync();
        foreach (
            var (content, steps) in new (PaperContent, PlannedConsultation[])[]
            {
                (paper.Content, [new("Kreisausschuss", new(2022, 10, 1)), new("Kreistag", new(2022, 9, 16))]),
                (paper.Content, [new("Kreistag", new(2022, 7, 1))]),
                (paper.Content with { Deadline = new(2022, 9, 1) }, [new("Kreistag", new(2022, 9, 16))]),
            }
        )
            await given
                .Coordinator.SendAsync(
                    HttpMethod.Put,
                    $"{given.Api}/papers/{paper.Id}",
                    new CorrectPaper(paper.Reference, content, steps),
                    paper.Version
                )
                .ProblemAsync(422, "dates-contradict");
        (await given.Coordinator.GetAsync($"{given.Api}/papers/{paper.Id}").ReadAsync<PaperDto>()).Version.ShouldBe(paper.Version);
    }

    [Fact]
    public async Task It_can_be_read_as_a_document_in_the_structure_of_such_papers()
    {
        var given = await Given.ALandkreisAsync(service);
        var paper = await given.ImportAsync();
        var html = await given.Coordinator.GetStringAsync($"{given.Api}/papers/{paper.Id}/document");
        foreach (var heading in new[] { "Beratungsfolge", "Betreff", "Beschlussvorschlag", "Finanzielle Auswirkungen", "Begründung" })
            html.ShouldContain($"<h2>{heading}</h2>");
        await given.Coordinator.GetAsync($"{given.Api}/papers/{paper.Id}/document?format=xls").ProblemAsync(400, "validation");
        await given.Coordinator.GetAsync($"{given.Api}/papers/{paper.Id}/document?format=201").ProblemAsync(400, "validation");
    }

    [Fact]
    public async Task It_is_found_by_reference_text_kind_and_state_and_the_latest_comes_first_if_asked_for()
    {
        var given = await Given.ALandkreisAsync(service);
        var first = await given.ImportAsync();
        var second = await given.ImportAsync(Given.Example.Replace("VL-320/2022", "VL-321/2022").Replace("Sozialamt", "Amt für Jugend"));
        (await FindAsync("")).ShouldBe([first.Id, second.Id]);
        (await FindAsync("?sort=newest")).ShouldBe([second.Id, first.Id]);
        (await FindAsync($"?sort=newest&after={second.Id}")).ShouldBe([first.Id]);
        (await FindAsync("?q=vl-321")).ShouldBe([second.Id]);
        (await FindAsync("?q=amt für jugend")).ShouldBe([second.Id]);
        (await FindAsync("?kind=mandate&state=draft")).ShouldBe([first.Id, second.Id]);
        (await FindAsync("?kind=adoption")).ShouldBeEmpty();
        (await FindAsync("?state=adopted")).ShouldBeEmpty();
        await given.Coordinator.GetAsync($"{given.Api}/papers?state=lost").ProblemAsync(400, "unreadable-request");

        async Task<IEnumerable<Guid>> FindAsync(string query) =>
            (await given.Coordinator.GetAsync($"{given.Api}/papers{query}").ReadAsync<Page<PaperDto>>()).Items.Select(paper => paper.Id);
    }

    [Fact]
    public async Task Each_field_is_told_with_its_place_in_the_text_unless_a_list_was_corrected()
    {
        var given = await Given.ALandkreisAsync(service);
        var paper = await given.ImportAsync();
        var places = await PlacesAsync();
        string At(string field) =>
            places.Single(place => place.Field == field).Position is var at ? Given.Example.Substring(at.Offset, at.Length) : "";
        At("reference").ShouldContain("VL-320/2022");
        At("content.topicAreas[1]").ShouldContain(paper.Content.TopicAreas[1]);
        At("consultations[1]").ShouldContain("Kreistag");
        places.ShouldContain(place => place.Field == "content.programme[1]");

        var content = paper.Content with { TopicAreas = [.. paper.Content.TopicAreas.Skip(1)] };
        var steps = paper.Consultations.Select(step => new PlannedConsultation(step.Organization, step.Date, step.AgendaItem, step.Role));
        await given
            .Coordinator.SendAsync(
                HttpMethod.Put,
                $"{given.Api}/papers/{paper.Id}",
                new CorrectPaper(paper.Reference, content, [.. steps]),
                paper.Version
            )
            .ReadAsync();
        places = await PlacesAsync();
        places.ShouldNotContain(place => place.Field.StartsWith("content.topicAreas", StringComparison.Ordinal));
        places.ShouldContain(place => place.Field == "content.programme[1]", "what was not corrected keeps its place");
        await service
            .As(await service.NewTenantAsync(), "coordinator")
            .GetAsync($"{given.Api}/papers/{paper.Id}/places")
            .ProblemAsync(404, "not-found");

        Task<List<PaperPlace>> PlacesAsync() =>
            given.Coordinator.GetAsync($"{given.Api}/papers/{paper.Id}/places").ReadAsync<List<PaperPlace>>();
    }
}
