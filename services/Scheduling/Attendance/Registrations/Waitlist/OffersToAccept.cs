using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tasks;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Registrations.Waitlist;

/// <summary>Seats that are kept for the caller, for a while. By way of the events ahead, so that the index by event is used.</summary>
sealed class OffersToAccept(SchedulingDb db, Caller caller, TenantClock clock) : ITaskSource
{
    public TaskKind Kind => TaskKind.AcceptOffer;
    public string Permission => Permissions.RegistrationsMake;

    public async Task<FoundTasks> FindAsync(CancellationToken ct)
    {
        var subject = caller.Id;
        var now = clock.GetUtcNow();
        var landkreis = await clock.LandkreisAsync(ct);
        var today = landkreis.DayOf(now);
        return await (
            from held in db.Events.AsNoTracking()
            where held.Day >= today && held.Start > now && (held.State == EventState.Planned || held.State == EventState.Confirmed)
            join row in db.Registrations.AsNoTracking() on held.Id equals row.EventId
            where row.Subject == subject && row.State == RegistrationState.Offered && row.OfferExpiresAt > now
            orderby row.OfferExpiresAt
            select new
            {
                row.Id,
                row.EventId,
                row.OfferExpiresAt,
                held.Title,
            }
        ).ToTasksAsync(
            row => new TaskDto(
                Kind,
                new Text($"Angebotenen Platz annehmen: {row.Title}", $"Accept the seat that is kept for you: {row.Title}").ToString(),
                new(TaskSubjectType.Registration, row.Id, row.EventId),
                landkreis.DayOf(row.OfferExpiresAt!.Value)
            ),
            ct
        );
    }
}
