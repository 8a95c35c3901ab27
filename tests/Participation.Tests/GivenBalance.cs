using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Balance;
using Integrationskonzept.Participation.Groups;
using Integrationskonzept.Participation.Organisations;
using Integrationskonzept.Participation.Persons;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

/// <summary>A workshop ahead, and what Scheduling tells of who is invited and registered.</summary>
sealed class GivenBalance(ParticipationService service, GivenEventRecord record)
{
    public static readonly DateOnly Agreed = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddDays(-10).UtcDateTime);

    public GivenEventRecord Record => record;
    public string Tenant => record.Area.Tenant;
    public HttpClient Coordinator => record.Area.Coordinator;
    public Guid EventId => record.Workshop.EventId;
    public string Url => $"/api/v1/{Tenant}/balance/events/{EventId}";
    public string AreaUrl => $"/api/v1/{Tenant}/balance/topic-areas/{record.Area.Open.Id}";

    public static async Task<GivenBalance> AWorkshopAsync(ParticipationService service) =>
        new(service, await GivenEventRecord.AWorkshopAsync(service));

    public Task SettleAsync(params (StakeholderGroup Group, int Target)[] targets) =>
        Coordinator
            .SendAsync(
                HttpMethod.Put,
                $"/api/v1/{Tenant}/stakeholder-groups",
                new SetStakeholderGroups([.. targets.Select(one => new SetStakeholderGroup(one.Group, TargetPercent: one.Target))]),
                0
            )
            .ReadAsync();

    public EventGuestNoted Guest(
        GuestStanding standing,
        StakeholderGroup? group,
        string? address = null,
        Guid? id = null,
        int version = 1
    ) =>
        new()
        {
            Tenant = Tenant,
            AggregateId = id ?? Guid.CreateVersion7(),
            Version = version,
            OccurredAt = TimeProvider.System.GetUtcNow(),
            EventId = EventId,
            Standing = standing,
            Group = group,
            Mark = address is null ? null : EventGuestNoted.MarkOf(EventId, address),
        };

    /// <summary>Told one after the other, each once the one before has arrived: the broker promises no order.</summary>
    public async Task NotedAsync(params EventGuestNoted[] guests)
    {
        foreach (var guest in guests)
        {
            await service.Bus.PublishAsync(guest);
            await Eventually.TrueAsync(
                async () =>
                    await Database.ExecuteAsync(
                        service.AdminConnection,
                        $"select count(*) from event_guests where id = '{guest.AggregateId}' and version = {guest.Version}"
                    )
                        is 1L,
                "the guest is noted"
            );
        }
    }

    public Task<EventBalanceDto> ReadAsync() => Coordinator.GetAsync(Url).ReadAsync<EventBalanceDto>();

    public Task<InvitationSuggestionsDto> SuggestAsync() =>
        Coordinator.GetAsync($"{Url}/suggestions").ReadAsync<InvitationSuggestionsDto>();

    public Task<OrganisationDto> OrganisationAsync(string name, StakeholderGroup group, params Contact[] contacts) =>
        Coordinator
            .SendAsync(
                HttpMethod.Post,
                $"/api/v1/{Tenant}/organisations",
                new EditOrganisation(name, group, Languages: ["de"], Contacts: contacts)
            )
            .ReadAsync<OrganisationDto>();

    public Task<StakeholderPersonDto> PersonAsync(string name, StakeholderGroup group, string? email, string? phone = null) =>
        Coordinator
            .SendAsync(HttpMethod.Post, $"/api/v1/{Tenant}/persons", new EditPerson(name, group, Agreed, email, phone))
            .ReadAsync<StakeholderPersonDto>();
}
