using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Reminders;

static class ReminderEndpoints
{
    public static void AddReminders(this WebApplicationBuilder builder) => builder.Services.AddScoped<ReminderDates>();

    public static void MapReminders(this IEndpointRouteBuilder app)
    {
        var all = app.MapTenantApi("mail/reminders", "Mail");
        all.MapGet(
                "",
                (SchedulingDb db, ReminderDates reminders, CancellationToken ct) =>
                    GetAsync(ReminderSettings.OfLandkreis, db, reminders, ct)
            )
            .RequirePermission(Permissions.PlansRead)
            .WithName("get-reminders")
            .WithSummary("When people are reminded of events without rules of their own");
        all.MapPut(
                "",
                (SetReminders wish, IfMatch match, SchedulingDb db, ReminderDates reminders, CancellationToken ct) =>
                    SetAsync(ReminderSettings.OfLandkreis, wish, match, db, reminders, ct)
            )
            .RequirePermission(Permissions.MailManage)
            .WithName("set-reminders")
            .WithSummary("Sets when people are reminded (the first time with If-None-Match: *); reminders sent already stay sent")
            .MayBegin();

        var one = app.MapTenantApi("events/{eventId:guid}/reminders", "Mail");
        one.MapGet(
                "",
                async (Guid eventId, SchedulingDb db, ReminderDates reminders, CancellationToken ct) =>
                    await GetAsync((await db.Events.AsNoTracking().GetAsync(eventId, ct)).Id, db, reminders, ct)
            )
            .RequirePermission(Permissions.PlansRead)
            .WithName("get-event-reminders")
            .WithSummary("When people are reminded of this event; version 0: by the rules of the Landkreis");
        one.MapPut(
                "",
                async (Guid eventId, SetReminders wish, IfMatch match, SchedulingDb db, ReminderDates reminders, CancellationToken ct) =>
                    await SetAsync((await db.Events.AsNoTracking().GetAsync(eventId, ct)).Id, wish, match, db, reminders, ct)
            )
            .RequirePermission(Permissions.MailManage)
            .WithName("set-event-reminders")
            .WithSummary("Sets rules for this event alone (the first time with If-None-Match: *)")
            .MayBegin();
    }

    static async Task<Ok<RemindersDto>> GetAsync(Guid id, SchedulingDb db, ReminderDates reminders, CancellationToken ct)
    {
        var own = await db.ReminderSettings.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct);
        return TypedResults.Ok(new RemindersDto { Version = own?.Version ?? 0, Rules = own?.Rules ?? await reminders.RulesAsync(id, ct) });
    }

    static Task<Ok<RemindersDto>> SetAsync(
        Guid id,
        SetReminders wish,
        IfMatch match,
        SchedulingDb db,
        ReminderDates reminders,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                var own = await db.ReminderSettings.SingleOrDefaultAsync(row => row.Id == id, ct);
                match.Require(own ?? (IVersioned)new NotYet());
                own ??= db.ReminderSettings.Add(ReminderSettings.Begin(id)).Entity;
                own.Rules = [.. wish.Rules.Distinct()];
                await db.SaveChangesAsync(ct);
                if (id == ReminderSettings.OfLandkreis)
                    await reminders.PlanAllAsync(ct);
                else if (await db.Events.AsNoTracking().GetAsync(id, ct) is { Registration: not null } row)
                    await reminders.PlanAsync(row, ct);
                return TypedResults.Ok(new RemindersDto { Version = own.Version, Rules = own.Rules });
            },
            ct
        );
}
