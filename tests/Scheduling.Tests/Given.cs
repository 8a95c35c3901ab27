using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Mandates;
using Integrationskonzept.Scheduling.Programme.Plans;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests;

/// <summary>A Landkreis with a mandate as in VL-320/2022.</summary>
sealed class Given(SchedulingService service, string tenant, MandateGranted mandate)
{
    public string Tenant => tenant;
    public MandateGranted Mandate => mandate;
    public string Api => $"/api/v1/{tenant}";
    public HttpClient Coordinator { get; } = service.As(tenant, "coordinator");
    public HttpClient Moderator { get; } = service.As(tenant, "moderator");
    public HttpClient Participant { get; } = service.As(tenant, "participant");

    public static MandateGranted Vl320(string tenant) =>
        new()
        {
            Tenant = tenant,
            AggregateId = Guid.CreateVersion7(),
            Version = 3,
            OccurredAt = TimeProvider.System.GetUtcNow(),
            Reference = "VL-320/2022",
            Subject = "Auftrag zur Erstellung eines Integrationskonzeptes",
            Resolution = "Ein kreisweites Integrationskonzept wird erarbeitet.",
            DecidedOn = new(2022, 9, 16),
            DecidedBy = "Kreistag",
            MonthsPerTopicArea = 2,
            Deadline = new(2023, 9, 30),
            Budget = 7000,
            TopicAreas = Planning.Tests.Vl320.TopicAreas,
            Programme = Planning.Tests.Vl320.Programme,
        };

    public static async Task<Given> AMandateAsync(SchedulingService service, Func<MandateGranted, MandateGranted>? but = null)
    {
        var tenant = await service.NewTenantAsync();
        return await AMandateAsync(service, tenant, but);
    }

    public static async Task<Given> AMandateAsync(
        SchedulingService service,
        string tenant,
        Func<MandateGranted, MandateGranted>? but = null
    )
    {
        var mandate = (but ?? (same => same))(Vl320(tenant));
        await service.Bus.PublishAsync(mandate);
        var given = new Given(service, tenant, mandate);
        await Eventually.TrueAsync(
            async () => (await given.MandatesAsync()).Any(row => row.Id == mandate.AggregateId),
            "the mandate is known"
        );
        return given;
    }

    public async Task<IReadOnlyList<MandateDto>> MandatesAsync() =>
        (await Participant.GetAsync($"{Api}/mandates").ReadAsync<Page<MandateDto>>()).Items;

    public Task<HttpResponseMessage> ProposeAsync(object? terms = null) =>
        Coordinator.SendAsync(HttpMethod.Post, $"{Api}/plans", terms ?? new { mandateId = mandate.AggregateId });

    public async Task<PlanDto> AProposalAsync() => await ProposeAsync().ReadAsync<PlanDto>(System.Net.HttpStatusCode.Created);

    public Task<HttpResponseMessage> ChangeAsync(
        PlanDto plan,
        int index,
        string day,
        int? ifVersion,
        string start = "09:00",
        string end = "13:00",
        string? venue = null
    ) =>
        Coordinator.SendAsync(
            HttpMethod.Put,
            $"{Api}/plans/{plan.Id}/events/{plan.Events[index].Id}",
            new ChangePlannedEvent($"{day}T{start}", $"{day}T{end}", plan.Events[index].Title, venue),
            ifVersion
        );

    public Task<HttpResponseMessage> ConfirmAsync(PlanDto plan) =>
        Coordinator.SendAsync(HttpMethod.Post, $"{Api}/plans/{plan.Id}/confirm", null, plan.Version);

    public async Task<PlanDto> AConfirmedPlanAsync() => await ConfirmAsync(await AProposalAsync()).ReadAsync<PlanDto>();

    public Task<EventDto> EventAsync(Guid id) => Participant.GetAsync($"{Api}/events/{id}").ReadAsync<EventDto>();

    public Task<HttpResponseMessage> RescheduleAsync(Guid id, string day, int? ifVersion) =>
        Coordinator.SendAsync(
            HttpMethod.Post,
            $"{Api}/events/{id}/reschedule",
            new RescheduleEvent($"{day}T14:00", $"{day}T18:00", "Der Raum ist belegt."),
            ifVersion
        );

    /// <summary>An event beside the plan, an hour long.</summary>
    public Task<HttpResponseMessage> AddAsync(string start, Func<AddEvent, AddEvent>? but = null)
    {
        var end = DateTime
            .Parse(start, System.Globalization.CultureInfo.InvariantCulture)
            .AddHours(1)
            .ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return Coordinator.SendAsync(
            HttpMethod.Post,
            $"{Api}/events",
            (but ?? (same => same))(new(EventKind.Hearing, mandate.AggregateId, "Anhörung", start, end))
        );
    }

    public Task<HttpResponseMessage> CancelAsync(Guid id) =>
        Coordinator.SendAsync(HttpMethod.Post, $"{Api}/events/{id}/cancel", new CancelEvent("Die Moderation ist erkrankt."));

    public Task<HttpResponseMessage> HoldAsync(Guid id, int count = 12) =>
        Moderator.SendAsync(
            HttpMethod.Post,
            $"{Api}/events/{id}/held",
            new HoldEvent(new() { [StakeholderGroup.Politics] = count, [StakeholderGroup.MigrantOrganisation] = 7 })
        );
}
