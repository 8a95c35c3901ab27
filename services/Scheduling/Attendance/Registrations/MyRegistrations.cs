using Integrationskonzept.Contracts;
using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <summary>All that somebody has registered for, over the events of a Landkreis.</summary>
static class MyRegistrations
{
    public static void MapMyRegistrations(this IEndpointRouteBuilder app) =>
        app.MapTenantApi("registrations", "Registrations")
            .MapGet("mine", ListAsync)
            .RequirePermission(Permissions.RegistrationsMake)
            .WithName("my-registrations")
            .WithSummary("The caller's registrations with their events, in the order in which they were made");

    static async Task<Page<MyRegistrationDto>> ListAsync(
        SchedulingDb db,
        [AsParameters] PageRequest page,
        Caller caller,
        TenantClock clock,
        HttpContext http
    )
    {
        var rows = await db.Registrations.AsNoTracking().Where(row => row.Subject == caller.Id).ToPageAsync(page, http, row => row);
        var ids = rows.Items.Select(row => row.EventId).ToList();
        var events = await db
            .Events.AsNoTracking()
            .Where(row => ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, http.RequestAborted);
        var time = await clock.CivilTimeAsync(http.RequestAborted);
        return new([.. rows.Items.Select(row => MyRegistrationDto.From(row, events[row.EventId], time))], rows.Next);
    }
}

/// <summary>A registration with its event, for the person.</summary>
public sealed record MyRegistrationDto
{
    /// <summary>Id of the registration.</summary>
    public required Guid Id { get; init; }

    /// <summary>How far it is.</summary>
    public required RegistrationState State { get; init; }

    /// <summary>Until when an offer is to be accepted.</summary>
    public DateTimeOffset? OfferExpiresAt { get; init; }

    /// <summary>The event.</summary>
    public required Guid EventId { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Start, with the offset of the Landkreis.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>End.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>Place.</summary>
    public string? Venue { get; init; }

    /// <summary>Where people meet.</summary>
    public required EventMode Mode { get; init; }

    /// <summary>Where one joins online, for those who take part.</summary>
    public string? OnlineUrl { get; init; }

    /// <summary>State of the event.</summary>
    public required EventState EventState { get; init; }

    internal static MyRegistrationDto From(Registration row, Event appointment, CivilTime time) =>
        new()
        {
            Id = row.Id,
            State = row.State,
            OfferExpiresAt = row.OfferExpiresAt is { } end ? time.Local(end) : null,
            EventId = row.EventId,
            Title = appointment.Title,
            Start = time.Local(appointment.Start),
            End = time.Local(appointment.End),
            Venue = appointment.Venue,
            Mode = appointment.Description.Mode,
            OnlineUrl = appointment.OnlineUrlFor(row),
            EventState = appointment.State,
        };
}
