using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Prioritisation;
using Integrationskonzept.Participation.Records;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

/// <summary>A Landkreis with a mandate, whose first topic area is open.</summary>
sealed class Given(ParticipationService service, string tenant, TopicAreaDto open, TopicAreaDto upcoming)
{
    public string Tenant => tenant;
    public TopicAreaDto Open => open;
    public TopicAreaDto Upcoming => upcoming;
    public HttpClient Coordinator { get; } = service.As(tenant, "coordinator");
    public HttpClient Moderator { get; } = service.As(tenant, "moderator");
    public HttpClient Participant { get; } = service.As(tenant, "participant");
    public string Area => $"/api/v1/{tenant}/topic-areas/{open.Id}";

    public static MandateGranted Mandate(string tenant) =>
        new()
        {
            Tenant = tenant,
            AggregateId = Guid.CreateVersion7(),
            Version = 3,
            OccurredAt = TimeProvider.System.GetUtcNow(),
            Reference = "VL-1/2022",
            Subject = "Auftrag",
            Resolution = "Ein Konzept wird erarbeitet.",
            DecidedOn = new(2022, 9, 16),
            DecidedBy = "Kreistag",
            TopicAreas = [new("bildung", "Bildung"), new("arbeit", "Arbeit")],
            Programme = [new(EventKind.Kickoff, "Auftakt", 1, 1, 1000)],
            MonthsPerTopicArea = 2,
            Budget = 1000,
        };

    public static PlanConfirmed Plan(MandateGranted mandate, DateTimeOffset first, DateTimeOffset second) =>
        new()
        {
            Tenant = mandate.Tenant,
            AggregateId = Guid.CreateVersion7(),
            Version = 2,
            OccurredAt = first,
            MandateId = mandate.AggregateId,
            Events =
            [
                new(Guid.CreateVersion7(), EventKind.Workshop, "Workshop Bildung", "bildung", first, first.AddHours(4), null),
                new(Guid.CreateVersion7(), EventKind.Workshop, "Workshop Arbeit", "arbeit", second, second.AddHours(4), null),
            ],
        };

    public static async Task<Given> AnOpenTopicAreaAsync(ParticipationService service)
    {
        var tenant = await service.NewTenantAsync();
        var mandate = Mandate(tenant);
        var now = TimeProvider.System.GetUtcNow();
        await service.Bus.PublishAsync(Plan(mandate, now.AddDays(7), now.AddDays(90))); // before its mandate, as can happen
        await service.Bus.PublishAsync(mandate);
        await service.Bus.WaitForAsync<TopicAreaOpened>(tenant);
        var areas = (
            await service.As(tenant, "participant").GetAsync($"/api/v1/{tenant}/topic-areas").ReadAsync<Page<TopicAreaDto>>()
        ).Items;
        return new(service, tenant, areas.Single(area => area.Key == "bildung"), areas.Single(area => area.Key == "arbeit"));
    }

    public Task<ContributionDto> ContributeAsync(string text = "Abends fehlen Kurse") =>
        Participant
            .SendAsync(
                HttpMethod.Post,
                $"{Area}/contributions",
                new SubmitContribution(ContributionKind.Need, text, StakeholderGroup.CivilSociety)
            )
            .ReadAsync<ContributionDto>();

    /// <summary>Where a contribution is.</summary>
    public string Of(Guid contribution) => $"{Area}/contributions/{contribution}";

    public Task<HttpResponseMessage> GivePointsAsync(params (Guid Id, int Points)[] points) => GivePointsAsync(Participant, points);

    public Task<HttpResponseMessage> GivePointsAsync(HttpClient giver, params (Guid Id, int Points)[] points) =>
        giver.SendAsync(HttpMethod.Put, $"{Area}/points", new { points = points.Select(one => new PointsFor(one.Id, one.Points)) });

    /// <summary>Ends the giving of points; from then on they are seen.</summary>
    public Task<PrioritisationDto> ClosePrioritisationAsync() =>
        Moderator.SendAsync(HttpMethod.Post, $"{Area}/prioritisation/close", null).ReadAsync<PrioritisationDto>();

    public async Task ConcludeAsync() =>
        await Moderator.SendAsync(HttpMethod.Post, $"{Area}/conclude", null, (await RecordAsync()).Version).ReadAsync<RecordDto>();

    public async Task<RecordDto> RecordAsync(params Guid[] contributions) =>
        await Moderator
            .SendAsync(
                HttpMethod.Put,
                $"{Area}/record",
                Results(contributions),
                (await Moderator.GetAsync($"{Area}/record").ReadAsync<RecordDto>()).Version
            )
            .ReadAsync<RecordDto>();

    public static WriteRecord Results(params Guid[] contributions) =>
        new(
            "Kurse finden meist vormittags statt.",
            [new("Kurse am Abend", contributions)],
            [new("Alle erreichen einen Kurs", [])],
            [new("Abendkurse", "Zwei Kurse je Woche.", contributions, Owner: "Volkshochschule")]
        );
}
