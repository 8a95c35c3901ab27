using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.Scheduling.Attendance.Contacts;
using Integrationskonzept.Scheduling.Attendance.Links;
using Integrationskonzept.Scheduling.Attendance.Registrations.Waitlist;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

static class RegistrationEndpoints
{
    public static void AddRegistrations(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<RegistrationOptions>(builder.Configuration.GetSection("Registrations"));
        builder
            .Services.AddSingleton<RegistrationMetrics>()
            .AddScoped<Allotment>()
            .AddScoped<Registrar>()
            .AddScoped<Inviter>()
            .AddScoped<SealedLinks>()
            .AddScoped<RegistrationLinks>()
            .AddScoped<LinkActions>()
            .AddScoped<RegistrationViews>()
            .AddScoped<SeatChange>()
            .AddScoped<RegistrationNews>()
            .AddScoped<GuestNews>()
            .AddScoped<EventNews>()
            .AddSingleton<OfferExpiry>()
            .AddHostedService(provider => provider.GetRequiredService<OfferExpiry>());
        builder.Services.AddHealthChecks().AddCheck<OfferExpiry>("offers");
    }

    public static void MapRegistrations(this IEndpointRouteBuilder app)
    {
        app.MapRegistrationSettings();
        app.MapMyRegistrations();
        app.MapGuestOperations();
        var registrations = app.MapTenantApi("events/{eventId:guid}/registrations", "Registrations");
        registrations.MapRegistrationLists();
        registrations.MapGuests();
        app.MapInvitations();
        app.MapRegistrationLinks();

        registrations
            .MapPost("", RegisterAsync)
            .OneAtATimePer("eventId")
            .RequirePermission(Permissions.RegistrationsMake)
            .WithName("register")
            .WithSummary("Registers the caller: confirmed, waiting for approval, or waiting for a seat, with place and reason");

        registrations
            .MapPost(
                "{id:guid}/accept",
                async (Guid eventId, Guid id, SeatChange change, CancellationToken ct) =>
                    await change.ChangeOwnAsync(eventId, id, (row, allotment) => row.Accept(allotment.Now, allotment.Event.Start), ct)
            )
            .RequirePermission(Permissions.RegistrationsMake)
            .WithName("accept-offer")
            .WithSummary("Takes the seat that is offered")
            .OneAtATimePer("eventId");

        registrations
            .MapPost(
                "{id:guid}/approve",
                async (Guid eventId, Guid id, SeatChange change, CancellationToken ct) =>
                    await change.ChangeForStaffAsync(eventId, id, (row, allotment) => row.Approve(allotment.OfferEnd), ct)
            )
            .RequirePermission(Permissions.RegistrationsManage)
            .WithName("approve-registration")
            .WithSummary("Approves; who has waited gets an offer, others are confirmed")
            .OneAtATimePer("eventId");

        registrations
            .MapPost(
                "{id:guid}/refuse",
                async (Guid eventId, Guid id, SeatChange change, CancellationToken ct) =>
                    await change.ChangeForStaffAsync(eventId, id, (row, _) => row.Refuse(), ct)
            )
            .RequirePermission(Permissions.RegistrationsManage)
            .WithName("refuse-registration")
            .WithSummary("Refuses; the seat goes to the next who waits")
            .OneAtATimePer("eventId");

        registrations
            .MapDelete(
                "{id:guid}",
                async (Guid eventId, Guid id, SeatChange change, CancellationToken ct) => await change.WithdrawAsync(eventId, id, ct)
            )
            .RequirePermission(Permissions.RegistrationsMake)
            .WithName("withdraw-registration")
            .WithSummary("Withdraws the own registration, for the staff any; the seat goes to the next who waits")
            .OneAtATimePer("eventId");
    }

    static async Task<Created<RegistrationDto>> RegisterAsync(
        Guid eventId,
        Register wish,
        SchedulingDb db,
        Allotment allotment,
        Registrar registrar,
        ContactBook contacts,
        Caller caller,
        TenantContext tenant,
        CancellationToken ct
    ) =>
        await allotment.UnderLockAsync(
            eventId,
            async () =>
            {
                await contacts.KeepAsync(caller, wish.Language, ct);
                var row = await registrar.TakeAsync(caller.Id, caller.Email is { } address ? MailAddresses.KeyOf(address) : null, wish, ct);
                return TypedResults.Created($"/api/v1/{tenant.Required}/events/{eventId}/registrations/{row.Id}", row);
            },
            ct,
            frees: false
        );
}
