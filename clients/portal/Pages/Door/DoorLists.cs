using Integrationskonzept.Client.Api.V1.Item;
using Integrationskonzept.Client.Models;

namespace Integrationskonzept.Portal.Pages.Door;

/// <summary>Who is expected at an event, and who came.</summary>
static class DoorLists
{
    const int PageSize = 200;

    /// <summary>All of a list, whatever parts the API gives it in.</summary>
    public static async Task<List<ExpectedDto>> PeopleAsync(this WithTenantItemRequestBuilder here, Guid eventId, Guid listId)
    {
        List<ExpectedDto> people = [];
        Guid? after = null;
        do
        {
            var part = await here.Events[eventId]
                .CheckInLists[listId]
                .People.GetAsync(request => (request.QueryParameters.Limit, request.QueryParameters.After) = (PageSize, after));
            people.AddRange(part!.Items!);
            after = part.Next;
        } while (after is not null);
        return [.. people.OrderBy(DoorTexts.Called, StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <summary>The event as whoever helps may see it: those who may not read plans know what is announced to everybody.</summary>
    public static async Task<EventDetails?> AnnouncedAsync(this WithTenantItemRequestBuilder here, Guid eventId) =>
        (await here.Processes.GetAsync())!.SelectMany(one => one.Events!).FirstOrDefault(row => row.Event!.EventId == eventId)?.Event;
}
