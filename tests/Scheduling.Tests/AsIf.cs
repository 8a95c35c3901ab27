using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests;

/// <summary>As if time had passed for some rows of the service.</summary>
static class AsIf
{
    static readonly TimeSpan Just = TimeSpan.FromSeconds(-1);

    public static Task SetTimesAsync(
        this SchedulingService service,
        string table,
        string rows,
        params IEnumerable<(string Column, TimeSpan? FromNow)> times
    ) => Database.SetTimesAsync(service.AdminConnection, table, rows, times);

    /// <summary>The event has begun, a minute ago if nothing else is said.</summary>
    public static Task BeginAsync(this SchedulingService service, Guid eventId, TimeSpan? ago = null) =>
        service.SetTimesAsync("events", $"id = '{eventId}'", ("start", -(ago ?? TimeSpan.FromMinutes(1))));

    /// <summary>A reminder of the event has become due, also if it was sent already.</summary>
    /// <param name="service">Of the event.</param>
    /// <param name="eventId">Whose reminder.</param>
    /// <param name="which">As in a <c>where</c>.</param>
    public static Task ReminderIsDueAsync(this SchedulingService service, Guid eventId, string which) =>
        service.SetTimesAsync("event_reminders", $"event_id = '{eventId}' and {which}", ("due_at", Just), ("done_at", null));

    /// <summary>The offer of a seat is over; the worker, which goes by a list of its own, does not look yet.</summary>
    public static Task OfferIsOverAsync(this SchedulingService service, Guid registration) =>
        service.SetTimesAsync("registrations", $"id = '{registration}'", ("offer_expires_at", Just));

    /// <summary>The same, and the worker looks.</summary>
    public static async Task OfferExpiresAsync(this SchedulingService service, Guid registration)
    {
        await service.OfferIsOverAsync(registration);
        await service.SetTimesAsync("offer_deadlines", $"registration_id = '{registration}'", ("due_at", Just));
    }

    /// <summary>The deadline of the poll is over.</summary>
    public static Task EndPollAsync(this SchedulingService service, Guid poll, TimeSpan ago) =>
        service.SetTimesAsync("polls", $"id = '{poll}'", ("deadline", -ago));

    /// <summary>Nobody has worked on the planning run for an hour.</summary>
    public static Task AbandonAsync(this SchedulingService service, Guid planningRun) =>
        service.SetTimesAsync("planning_runs", $"id = '{planningRun}'", ("heartbeat_at", TimeSpan.FromHours(-1)));
}
