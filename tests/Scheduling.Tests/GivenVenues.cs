using System.Net;
using Integrationskonzept.Planning.Tests;
using Integrationskonzept.Scheduling.Programme.Plans;
using Integrationskonzept.Scheduling.Resources.Moderators;
using Integrationskonzept.Scheduling.Resources.Shared;
using Integrationskonzept.Scheduling.Resources.Venues;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests;

/// <summary>Venues and moderators, and plans that book them.</summary>
static class GivenVenues
{
    public static VenueDetails Room(int capacity = 60) =>
        new()
        {
            Name = "Raum 1",
            Capacity = capacity,
            Equipment = ["Beamer", "stufenlos"],
            Hours = GivenRequest.Weekdays(8, 20),
            Price = new(100, 200),
        };

    public static ModeratorDetails Person =>
        new()
        {
            Name = "Moderation A",
            Skills = ["Open-Space"],
            Languages = ["de", "en"],
            Fee = new(300, 500),
        };

    public static object Terms(Guid mandateId, int participants = 40) =>
        new
        {
            mandateId,
            otherStartTimes = new[] { "14:00:00" },
            needs = new { kickoff = Needed(participants), workshop = Needed(participants) },
        };

    public static object Needed(int participants) =>
        new
        {
            participants,
            equipment = new[] { "beamer" },
            moderated = true,
            languages = new[] { "DE" },
        };

    public static Task<VenueDto> AVenueAsync(this Given given, VenueDetails? details = null) =>
        given.Coordinator.SendAsync(HttpMethod.Post, $"{given.Api}/venues", details ?? Room()).ReadAsync<VenueDto>(HttpStatusCode.Created);

    public static Task<ModeratorDto> AModeratorAsync(this Given given) =>
        given.Coordinator.SendAsync(HttpMethod.Post, $"{given.Api}/moderators", Person).ReadAsync<ModeratorDto>(HttpStatusCode.Created);

    public static Task<SharedVenueDto> ASharedVenueAsync(this SchedulingService service, params string[] tenants) =>
        service
            .AsOperator()
            .SendAsync(HttpMethod.Post, "/api/v1/operations/scheduling/shared-venues", new SharedVenueDetails(Room(), tenants))
            .ReadAsync<SharedVenueDto>(HttpStatusCode.Created);

    /// <summary>A plan whose events all have a venue and a moderator.</summary>
    public static async Task<PlanDto> APlanWithRoomsAsync(this Given given) =>
        await given.ProposeAsync(Terms(given.Mandate.AggregateId)).ReadAsync<PlanDto>(HttpStatusCode.Created);
}
