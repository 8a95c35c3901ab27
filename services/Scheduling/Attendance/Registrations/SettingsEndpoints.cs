using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Attendance.Registrations.Waitlist;
using Integrationskonzept.Scheduling.Attendance.Reminders;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

static class SettingsEndpoints
{
    public static void MapRegistrationSettings(this IEndpointRouteBuilder app)
    {
        var settings = app.MapTenantApi("events/{eventId:guid}/registration", "Registrations");

        settings
            .MapGet(
                "",
                async (Guid eventId, SchedulingDb db, RegistrationViews views, TenantClock clock, CancellationToken ct) =>
                    TypedResults.Ok(
                        RegistrationSettingsDto.From(
                            await views.SettingsAsync(eventId, ct),
                            await db.Events.AsNoTracking().GetAsync(eventId, ct),
                            await clock.CivilTimeAsync(ct)
                        )
                    )
            )
            .RequirePermission(Permissions.PlansRead)
            .WithName("get-registration-settings")
            .WithSummary("How people register for an event");

        settings
            .MapPut("", SetAsync)
            .RequirePermission(Permissions.PlansWrite)
            .WithName("set-registration")
            .WithSummary(
                "Opens an event for registration (the first time with If-None-Match: *), or changes how; seats that "
                    + "become free are offered to those who wait"
            )
            .MayBegin()
            .OneAtATimePer("eventId");

        settings
            .MapGet("numbers", NumbersAsync)
            .AllowAnonymous()
            .WithName("get-registration-numbers")
            .WithSummary("How many are registered, for whom the settings let see it; never who");
    }

    static Task<Ok<RegistrationSettingsDto>> SetAsync(
        Guid eventId,
        SetRegistration wish,
        IfMatch match,
        SchedulingDb db,
        Outbox outbox,
        Allotment allotment,
        ReminderDates reminders,
        EventRooms rooms,
        TenantClock clock,
        CancellationToken ct
    ) =>
        allotment.UnderLockAsync(
            eventId,
            async () =>
            {
                match.Require(allotment.IsNew ? new NotYet() : allotment.Settings);
                allotment.Settings.Set(wish, allotment.Event, (await allotment.CensusAsync(ct)).Seats, allotment.Now);
                await rooms.RequireRoomAsync(allotment.Event, wish.Capacity, ct);
                var announced = await db.Events.GetAsync(eventId, ct);
                outbox.Add(announced, announced.Announce(allotment.Settings.Notice));
                await db.SaveChangesAsync(ct);
                await reminders.PlanAsync(allotment.Event, ct);
                return TypedResults.Ok(RegistrationSettingsDto.From(allotment.Settings, allotment.Event, await clock.CivilTimeAsync(ct)));
            },
            ct,
            orBegin: true
        );

    static async Task<Ok<RegistrationNumbers>> NumbersAsync(
        Guid eventId,
        SchedulingDb db,
        RegistrationViews views,
        Caller caller,
        CancellationToken ct
    )
    {
        var settings = await views.SettingsAsync(eventId, ct);
        var mayRead = settings.ListVisibility switch
        {
            ListVisibility.Public => true,
            _ when caller.Has(Permissions.RegistrationsManage) => true,
            ListVisibility.Participants => await db.TakesPartAsync(eventId, caller, ct),
            _ => false,
        };
        return mayRead ? TypedResults.Ok(await views.NumbersAsync(settings, ct)) : throw new NotFoundProblem();
    }
}
