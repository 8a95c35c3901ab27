using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Scheduling.Attendance.CheckIns;

static class TicketEndpoints
{
    public static void MapTickets(this IEndpointRouteBuilder app)
    {
        var tickets = app.MapTenantApi("events/{eventId:guid}/registrations/{id:guid}", "Check-in")
            .RequirePermission(Permissions.RegistrationsMake);

        tickets
            .MapGet(
                "ticket",
                async (Guid eventId, Guid id, SchedulingDb db, Caller caller, HttpContext http, CancellationToken ct) =>
                {
                    var row = await TicketHolderAsync(db, eventId, id, caller, ct);
                    http.Response.Headers.CacheControl = "no-store";
                    return TypedResults.Ok(new TicketDto(Ticket.CodeOf(row), eventId, row.Name));
                }
            )
            .WithName("get-ticket")
            .WithSummary("The ticket of a confirmed registration, as text for a QR code");

        tickets
            .MapGet(
                "ticket.png",
                async (Guid eventId, Guid id, SchedulingDb db, Caller caller, HttpContext http, CancellationToken ct) =>
                {
                    var row = await TicketHolderAsync(db, eventId, id, caller, ct);
                    http.Response.Headers.CacheControl = "no-store";
                    return TypedResults.File(Ticket.Png(Ticket.CodeOf(row)), "image/png");
                }
            )
            .Produces<string>(200, "image/png")
            .WithName("get-ticket-image")
            .WithSummary("The ticket as QR code");
    }

    static async Task<Registration> TicketHolderAsync(SchedulingDb db, Guid eventId, Guid id, Caller caller, CancellationToken ct)
    {
        var row = await db.FindAsync(eventId, id, caller, ct);
        return row.State == RegistrationState.Confirmed ? row : throw new NoTicket(row.State);
    }
}
