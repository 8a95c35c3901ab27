using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Contracts;
using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Attendance.Contacts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <summary>The staff asks people to come; each address once for an event, however often it is named.</summary>
static class InvitationEndpoints
{
    public static void MapInvitations(this IEndpointRouteBuilder app)
    {
        var invitations = app.MapTenantApi("events/{eventId:guid}/invitations", "Registrations");
        invitations
            .MapPost("", InviteAsync)
            .RequirePermission(Permissions.RegistrationsManage)
            .WithName("invite-to-event")
            .WithSummary(
                "Invites addresses, or those who registered for earlier events in a stakeholder group, by a mail with a "
                    + "personal link; each address once"
            );
        invitations
            .MapGet(
                "numbers",
                async (Guid eventId, SchedulingDb db, CancellationToken ct) =>
                {
                    var id = (await db.Events.AsNoTracking().GetAsync(eventId, ct)).Id;
                    return TypedResults.Ok(
                        new InvitationNumbers(
                            await db.Invitations.CountAsync(row => row.EventId == id, ct),
                            await db.Invitations.CountAsync(row => row.EventId == id && row.UsedAt != null, ct)
                        )
                    );
                }
            )
            .RequirePermission(Permissions.RegistrationsManage)
            .WithName("get-invitation-numbers")
            .WithSummary("How many were invited, and how many have registered by their invitation");
    }

    static async Task<Ok<InvitedPeople>> InviteAsync(
        Guid eventId,
        InvitePeople invite,
        SchedulingDb db,
        Inviter inviter,
        RegistrationViews views,
        TenantClock clock,
        CancellationToken ct
    )
    {
        if (invite.Addresses.Count == 0 && invite.Group is null)
            throw new NobodyToInvite();
        InvitedAddresses.Require(invite.Addresses);
        var appointment = await db.Events.AsNoTracking().GetAsync(eventId, ct);
        var settings = await views.SettingsAsync(eventId, ct);
        // Before registration opens people may be asked, but not after it has closed.
        var now = clock.GetUtcNow();
        var time = await clock.CivilTimeAsync(ct);
        settings.RequireOpen(appointment, now < settings.OpensAt ? settings.OpensAt : now, time);

        return await db.InTransactionAsync(
            async () =>
            {
                var people = invite.Addresses.Select(person => person with { Address = person.Address.Trim() }).ToList();
                if (invite.Group is { } group)
                    people.AddRange(
                        (await OfGroupAsync(db, eventId, group, ct)).Select(contact => new InvitePerson(
                            contact.Address,
                            contact.Language,
                            group
                        ))
                    );
                var invited = 0;
                foreach (var (address, language, of) in people)
                {
                    if (await inviter.InviteAsync(eventId, address, language ?? ContactBook.OfRequest, of, MailKinds.Invitation, ct))
                        invited++;
                }
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(new InvitedPeople(invited, people.Count - invited));
            },
            ct
        );
    }

    /// <summary>Not those who have withdrawn from this event: they said no.</summary>
    static async Task<List<Contact>> OfGroupAsync(SchedulingDb db, Guid eventId, StakeholderGroup group, CancellationToken ct) =>
        await db
            .Contacts.AsNoTracking()
            .Where(contact =>
                db.Registrations.Any(row =>
                    row.Subject == contact.Subject
                    && row.Group == group
                    && row.EventId != eventId
                    && row.State == RegistrationState.Confirmed
                ) && !db.Registrations.Any(row => row.Subject == contact.Subject && row.EventId == eventId)
            )
            .OrderBy(contact => contact.Id)
            .Take(InvitePeople.Most)
            .ToListAsync(ct);
}

/// <param name="Addresses">At most 500.</param>
/// <param name="Group">Also those who took part in earlier events of the Landkreis in this group; at most 500 at once.</param>
public sealed record InvitePeople([MaxLength(InvitePeople.Most)] IReadOnlyList<InvitePerson> Addresses, StakeholderGroup? Group = null)
{
    internal const int Most = 500;
}

/// <param name="Address">Mail address.</param>
/// <param name="Language">In which the mail is written; that of the request if not said.</param>
/// <param name="Group">For which group they are asked: counted in the event's balance. They say themselves for which they come.</param>
public sealed record InvitePerson([Required, MaxLength(254)] string Address, MailLanguage? Language = null, StakeholderGroup? Group = null);

/// <param name="Invited">Mails on their way.</param>
/// <param name="Known">Addresses that were invited before, or twice at once.</param>
public sealed record InvitedPeople(int Invited, int Known);

/// <param name="Invited">People invited.</param>
/// <param name="Registered">Those who have registered by their invitation.</param>
public sealed record InvitationNumbers(int Invited, int Registered);
