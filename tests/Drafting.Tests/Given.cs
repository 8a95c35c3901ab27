using System.Text;
using Integrationskonzept.Contracts;
using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Measures;
using Integrationskonzept.Drafting.Papers;
using Integrationskonzept.Drafting.Sections;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Drafting.Tests;

/// <summary>A Landkreis of the test's own, and what its people do up to the point that the test is about.</summary>
sealed class Given(DraftingService service, string tenant)
{
    public string Tenant => tenant;
    public HttpClient Coordinator { get; } = service.As(tenant, "coordinator");
    public HttpClient Council { get; } = service.As(tenant, "council-office");
    public HttpClient Editor { get; } = service.As(tenant, "editor");
    public string Api => $"/api/v1/{tenant}";

    public static string Example { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "beschlussvorlage.md"));

    public static async Task<Given> ALandkreisAsync(DraftingService service) => new(service, await service.NewTenantAsync());

    public Task<HttpResponseMessage> SendPaperAsync(string text, string type = "text/markdown") =>
        Coordinator.PostAsync($"{Api}/papers/import", new StringContent(text, Encoding.UTF8, type));

    public Task<PaperDto> ImportAsync(string? text = null) => SendPaperAsync(text ?? Example).ReadAsync<PaperDto>();

    public Task<HttpResponseMessage> DecideAsync(PaperDto paper, int number, Decision decision) =>
        Council.SendAsync(HttpMethod.Post, $"{Api}/papers/{paper.Id}/consultations/{number}/decision", decision, paper.Version);

    public async Task<PaperDto> AMandateAsync(string reference = "VL-320/2022")
    {
        var paper = await DecideAsync(
                await ImportAsync(Example.Replace("VL-320/2022", reference)),
                1,
                new(Outcome.Adopted, new(2022, 8, 11))
            )
            .ReadAsync<PaperDto>();
        return await DecideAsync(paper, 2, new(Outcome.Adopted, new(2022, 9, 16), null, new(50, 8, 3))).ReadAsync<PaperDto>();
    }

    public async Task<ConceptDto> AConceptAsync(string mandate = "VL-320/2022")
    {
        await AMandateAsync(mandate);
        return (await Coordinator.GetAsync($"{Api}/concepts").ReadAsync<Page<ConceptDto>>()).Items.Single(row =>
            row.MandateReference == mandate
        );
    }

    public Task<ConceptDto> ConceptAsync(Guid id) => Coordinator.GetAsync($"{Api}/concepts/{id}").ReadAsync<ConceptDto>();

    /// <summary>What Participation tells of a concluded topic area.</summary>
    public TopicAreaConcluded Conclusion(ConceptDto concept, string key = "bildung-sprache")
    {
        var (contribution, measure) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        return new()
        {
            Tenant = tenant,
            AggregateId = Guid.CreateVersion7(),
            Version = 3,
            OccurredAt = TimeProvider.System.GetUtcNow(),
            MandateId = concept.MandateId,
            Key = key,
            Title = "Bildung & Sprache",
            Situation = "Kurse finden meist vormittags statt.",
            Needs = [new(Guid.CreateVersion7(), "Kurse am Abend", [contribution])],
            Goals = [new(Guid.CreateVersion7(), "Alle erreichen einen Kurs", [])],
            Measures =
            [
                new(measure, "Abendkurse", "Zwei Kurse je Woche.", null, "Volkshochschule", null, null, null, null, [contribution]),
            ],
            Contributions =
            [
                new(contribution, ContributionKind.Need, "Abends fehlen Kurse", "Kulturverein", StakeholderGroup.MigrantOrganisation, 7),
            ],
        };
    }

    /// <summary>Tells it, and waits until it is consumed.</summary>
    public async Task TellAsync(TopicAreaConcluded concluded, Guid? messageId = null)
    {
        var id = messageId ?? Guid.CreateVersion7();
        await service.Bus.PublishAsync(concluded, id);
        await Eventually.TrueAsync(
            async () => await Database.ExecuteAsync(service.AdminConnection, $"select count(*) from inbox where message_id = '{id}'") is 1L,
            "it is consumed"
        );
    }

    public async Task<TopicAreaConcluded> ConcludeAsync(
        ConceptDto concept,
        string key = "bildung-sprache",
        Guid? messageId = null,
        TopicAreaConcluded? again = null
    )
    {
        var concluded = again ?? Conclusion(concept, key);
        await TellAsync(concluded, messageId);
        (await SectionAsync(concept, key)).Concluded.ShouldBeTrue();
        return concluded;
    }

    public Task<List<MeasureDto>> MeasuresAsync(ConceptDto concept) =>
        Editor.GetAsync($"{Api}/concepts/{concept.Id}/measures").ReadAsync<List<MeasureDto>>();

    public Task<SectionDto> SectionAsync(ConceptDto concept, string key) =>
        Editor.GetAsync($"{Api}/concepts/{concept.Id}/sections/{key}").ReadAsync<SectionDto>();

    /// <summary>The adoption paper of a frozen milestone, passed by the Kreisausschuss.</summary>
    public async Task<PaperDto> ASubmittedConceptAsync(ConceptDto concept, string reference = "VL-400/2023")
    {
        await Coordinator
            .SendAsync(HttpMethod.Post, $"{Api}/concepts/{concept.Id}/milestones", new { title = "Beschlussfassung" })
            .ReadAsync();
        var paper = await Coordinator
            .SendAsync(HttpMethod.Post, $"{Api}/concepts/{concept.Id}/adoption-paper", Submission(reference: reference))
            .ReadAsync<PaperDto>();
        return await DecideAsync(paper, 1, new(Outcome.Adopted, new(2023, 9, 14))).ReadAsync<PaperDto>();
    }

    public static object Submission(int milestone = 1, string reference = "VL-400/2023") =>
        new
        {
            milestone,
            reference,
            office = "Sozialamt",
            date = "2023-09-01",
            consultations = new[]
            {
                new
                {
                    organization = "Kreisausschuss",
                    date = "2023-09-14",
                    agendaItem = (string?)null,
                },
                new
                {
                    organization = "Kreistag",
                    date = "2023-09-29",
                    agendaItem = (string?)"5.",
                },
            },
        };
}
