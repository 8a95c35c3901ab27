using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Mandates;
using Integrationskonzept.Scheduling.Programme.Budgets;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Programme.Changes;

/// <summary>Adds an event beside the plan: on a free day, and within what the mandate grants.</summary>
static class EventAddition
{
    public static async Task<Created<EventDto>> AddAsync(
        AddEvent wish,
        SchedulingDb db,
        Outbox outbox,
        EventViews views,
        EventRooms rooms,
        GrantLimit grant,
        TenantClock clock,
        CancellationToken ct
    )
    {
        var mandate =
            await db.Mandates.AsNoTracking().SingleOrDefaultAsync(row => row.Id == wish.MandateId, ct) ?? throw new MandateUnknown();
        var time = await clock.CivilTimeAsync(ct);
        var row = new Event(time.Read(wish.Start, wish.End), Words.OrNull(wish.Venue), clock.GetUtcNow())
        {
            MandateId = mandate.Id,
            Kind = wish.Kind,
            Title = wish.Title.Trim(),
            TopicAreaKey = wish.TopicAreaKey,
            TopicArea = mandate.TitleOf(wish.TopicAreaKey),
            Step = 0,
            Cost = wish.Cost,
        };
        await db.RequireFreeDaysAsync([row.Day], [], ct);
        await grant.KeepAsync(
            mandate.Id,
            async () =>
            {
                await rooms.BookAsync(row, wish.VenueId, wish.ModeratorId, time, ct);
                db.Events.Add(row);
                outbox.Add(row, row.Scheduled);
                await db.SaveOnFreeDaysAsync(ct);
                return row;
            },
            ct
        );
        return TypedResults.Created($"/api/v1/{clock.Slug}/events/{row.Id}", (await views.ViewAsync(ct))(row));
    }
}
