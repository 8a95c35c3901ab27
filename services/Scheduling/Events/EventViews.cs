using Integrationskonzept.Planning;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Integrationskonzept.Scheduling.Events;

/// <summary>Events as the caller may see them, in the tenant's time.</summary>
sealed class EventViews(TenantClock clock, Caller caller)
{
    public async Task<Func<Event, EventDto>> ViewAsync(CancellationToken ct)
    {
        var time = await clock.CivilTimeAsync(ct);
        var forStaff = caller.Has(Permissions.RegistrationsManage);
        return row => EventDto.From(row, time, forStaff);
    }

    public async Task<Ok<EventDto>> OkAsync(Event row, CancellationToken ct) => TypedResults.Ok((await ViewAsync(ct))(row));
}
