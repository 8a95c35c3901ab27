using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Contracts;
using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Attendance.Contacts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <summary>Registration without an account begins with an address, and a mail to it.</summary>
static class GuestEndpoints
{
    public static void MapGuests(this RouteGroupBuilder registrations) =>
        registrations
            .MapPost("guests", RequestAsync)
            .AllowAnonymous()
            .WithName("request-registration")
            .WithSummary("Asks to register without an account. Always 202: only the mail to the address says how it goes on");

    static async Task<Accepted<RegistrationRequested>> RequestAsync(
        Guid eventId,
        RequestRegistration wish,
        SchedulingDb db,
        MailQueue mails,
        MailAllowance allowance,
        RegistrationViews views,
        TenantClock clock,
        Caller caller,
        HttpContext http,
        CancellationToken ct
    )
    {
        var address = wish.Address.Trim();
        AddressWrong.Require("address", address);
        var settings = await views.SettingsAsync(eventId, ct);
        settings.RequireOpen(await db.Events.AsNoTracking().GetAsync(eventId, ct), clock.GetUtcNow(), await clock.CivilTimeAsync(ct));
        await allowance.RequireAsync(caller.IsKnown ? caller.Id : CallerAddress.Of(http), ct);
        await db.InTransactionAsync(
            async () =>
            {
                // Who is not the address's owner must not learn how often it was used: the same answer after the same work.
                var mayAsk = await allowance.TakeAsync(address, ct);
                await db.Database.CurrentTransaction!.CreateSavepointAsync("before", ct);
                var request = db
                    .RegistrationRequests.Add(
                        new()
                        {
                            EventId = eventId,
                            Address = address,
                            Group = wish.Group,
                            Organisation = Words.OrNull(wish.Organisation),
                            AccessNeeds = Words.OrNull(wish.AccessNeeds),
                            Name = Words.OrNull(wish.Name),
                            Language = wish.Language ?? ContactBook.OfRequest,
                            RequestedAt = clock.GetUtcNow(),
                        }
                    )
                    .Entity;
                await db.SaveChangesAsync(ct);
                await mails.AddAsync(MailKinds.ConfirmAddress, request.Id, 0, $"request:{request.Id}", ct);
                if (!mayAsk)
                    await db.Database.CurrentTransaction.RollbackToSavepointAsync("before", ct);
                return mayAsk;
            },
            ct
        );
        return TypedResults.Accepted(
            (string?)null,
            new RegistrationRequested(
                new Text(
                    "Wir haben eine Mail an diese Adresse geschickt. Folgen Sie dem Link darin; erst dann sind Sie angemeldet.",
                    "We have sent a mail to this address. Follow the link in it; only then you are registered."
                ).ToString()
            )
        );
    }
}

/// <param name="Message">What to do next, in words; the same for every address.</param>
public sealed record RegistrationRequested(string Message);

/// <param name="Address">Mail address; a link in the mail confirms it.</param>
/// <param name="Group">The stakeholder group that one belongs to.</param>
/// <param name="Organisation">Name of the organisation that one comes for; no names of people.</param>
/// <param name="AccessNeeds">What is to be prepared: interpreters, step-free access, childcare.</param>
/// <param name="Name">Name for the list at the door and the certificate of attendance; only if one wants.</param>
/// <param name="Language">In which mails are written; that of the request if not said.</param>
public sealed record RequestRegistration(
    [Required, MaxLength(254)] string Address,
    [Required] StakeholderGroup Group,
    [MaxLength(200)] string? Organisation = null,
    [MaxLength(500)] string? AccessNeeds = null,
    [MaxLength(200)] string? Name = null,
    MailLanguage? Language = null
);
