using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

static class RegistrationLists
{
    public static void MapRegistrationLists(this RouteGroupBuilder registrations)
    {
        registrations
            .MapGet(
                "",
                async (
                    Guid eventId,
                    Named<RegistrationState>? state,
                    SchedulingDb db,
                    RegistrationViews views,
                    [AsParameters] PageRequest page,
                    HttpContext http
                ) =>
                {
                    var view = await views.ViewAsync(eventId, http.RequestAborted);
                    var rows = db.Registrations.AsNoTracking().Where(row => row.EventId == eventId);
                    // Who waits is no participant, and so is in no list that was not asked for those who wait.
                    var wanted = state?.Value ?? RegistrationState.Confirmed;
                    return await rows.Where(row => row.State == wanted).ToPageAsync(page, http, view);
                }
            )
            .RequirePermission(Permissions.RegistrationsManage)
            .WithName("list-registrations")
            .WithSummary("Registrations of one state, for the staff: those confirmed if no state is said");

        registrations
            .MapGet(
                "participants",
                async (
                    Guid eventId,
                    SchedulingDb db,
                    RegistrationViews views,
                    Caller caller,
                    [AsParameters] PageRequest page,
                    HttpContext http
                ) =>
                {
                    var settings = await views.SettingsAsync(eventId, http.RequestAborted);
                    var mayRead =
                        caller.Has(Permissions.RegistrationsManage)
                        || (
                            settings.ListVisibility == ListVisibility.Participants
                            && await db.TakesPartAsync(eventId, caller, http.RequestAborted)
                        );
                    if (!mayRead)
                        throw new ParticipantsNotVisible();
                    return await db
                        .Registrations.AsNoTracking()
                        .Where(row => row.EventId == eventId && row.State == RegistrationState.Confirmed)
                        .ToPageAsync(page, http, row => new ParticipantDto(row.Id, row.Group, row.Organisation));
                }
            )
            .RequirePermission(Permissions.RegistrationsMake)
            .WithName("list-participants")
            .WithSummary("Who takes part, by group and organisation, for whom the settings let see it");

        registrations
            .MapGet(
                "mine",
                async (Guid eventId, SchedulingDb db, RegistrationViews views, Caller caller, CancellationToken ct) =>
                {
                    var subject = caller.Id;
                    var row = await db
                        .Registrations.AsNoTracking()
                        .Where(row => row.EventId == eventId && row.Subject == subject)
                        .OrderBy(row => row.State == RegistrationState.Withdrawn)
                        .ThenByDescending(row => row.Id)
                        .FirstOrDefaultAsync(ct);
                    return TypedResults.Ok(await views.ViewAsync(row ?? throw new NotFoundProblem(), ct));
                }
            )
            .RequirePermission(Permissions.RegistrationsMake)
            .WithName("get-my-registration")
            .WithSummary("The caller's registration");

        registrations
            .MapGet(
                "{id:guid}",
                async (Guid eventId, Guid id, SchedulingDb db, RegistrationViews views, Caller caller, CancellationToken ct) =>
                    TypedResults.Ok(await views.ViewAsync(await db.FindAsync(eventId, id, caller, ct), ct))
            )
            .RequirePermission(Permissions.RegistrationsMake)
            .WithName("get-registration")
            .WithSummary("One registration: the own, for the staff any");
    }
}
