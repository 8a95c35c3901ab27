using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Registrations;

static class RegistrationEndpoints
{
    public static void AddRegistrations(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<RegistrationOptions>(builder.Configuration.GetSection("Registrations"));
        builder.Services.AddScoped<Allotment>().AddScoped<RegistrationViews>().AddScoped<SeatChange>().AddHostedService<OfferExpiry>();
    }

    public static void MapRegistrations(this IEndpointRouteBuilder app)
    {
        app.MapRegistrationSettings();
        var registrations = app.MapTenantApi("events/{eventId:guid}/registrations", "Registrations");
        registrations.MapRegistrationLists();

        registrations.MapPost("", RegisterAsync).RequirePermission(Permissions.RegistrationsMake)
            .WithName("register").WithSummary("Registers the caller: confirmed, waiting for approval, or waiting for a seat, with place and reason");

        registrations.MapPost("{id:guid}/accept", async (Guid eventId, Guid id, SeatChange change, CancellationToken ct) =>
                await change.OfOwnAsync(eventId, id, (row, allotment) => row.Accept(allotment.Now, allotment.Event.Start), ct))
            .RequirePermission(Permissions.RegistrationsMake).WithName("accept-offer").WithSummary("Takes the seat that is offered");

        registrations.MapPost("{id:guid}/approve", async (Guid eventId, Guid id, SeatChange change, CancellationToken ct) =>
                await change.OfStaffAsync(eventId, id, (row, allotment) => row.Approve(allotment.OfferEnd), ct))
            .RequirePermission(Permissions.RegistrationsManage).WithName("approve-registration").WithSummary("Approves; who has waited gets an offer, others are confirmed");

        registrations.MapPost("{id:guid}/refuse", async (Guid eventId, Guid id, SeatChange change, CancellationToken ct) =>
                await change.OfStaffAsync(eventId, id, (row, _) => row.Refuse(), ct))
            .RequirePermission(Permissions.RegistrationsManage).WithName("refuse-registration").WithSummary("Refuses; the seat goes to the next who waits");

        registrations.MapDelete("{id:guid}", async (Guid eventId, Guid id, SeatChange change, CancellationToken ct) => await change.WithdrawAsync(eventId, id, ct))
            .RequirePermission(Permissions.RegistrationsMake).WithName("withdraw-registration")
            .WithSummary("Withdraws the own registration, for the staff any; the seat goes to the next who waits");
    }

    static async Task<Created<RegistrationDto>> RegisterAsync(
        Guid eventId, Register wish, SchedulingDb db, Allotment allotment, RegistrationViews views, Caller caller, TenantDirectory tenants, TenantContext tenant,
        CancellationToken ct)
    {
        var (time, subject) = (await CivilTime.OfAsync(tenants, tenant, ct), caller.Id);
        return await allotment.OfAsync(eventId, async () =>
        {
            allotment.Settings.RequireOpen(allotment.Event, allotment.Now, time);
            if (await db.Registrations.AsNoTracking().SingleOrDefaultAsync(
                row => row.EventId == eventId && row.Subject == subject && row.State != RegistrationState.Withdrawn, ct) is { } known)
                throw known.IsActive ? new AlreadyRegistered(known.Id) : new RegistrationWasRefused();

            var seats = await allotment.SeatsAsync(ct);
            var row = Registration.Of(eventId, subject, wish, await allotment.NextTurnAsync(ct), allotment.Now);
            if (seats.HasFor(row.Group, allotment.Settings)) row.Seat(allotment.Settings.NeedsApproval);
            else row.Wait();
            db.Registrations.Add(row);
            await db.SaveChangesAsync(ct);
            return TypedResults.Created($"/api/v1/{tenant.Required}/events/{eventId}/registrations/{row.Id}", await views.OfAsync(row, ct));
        }, ct);
    }
}
