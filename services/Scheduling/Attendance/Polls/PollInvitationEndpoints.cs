using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.Scheduling.Attendance.Contacts;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Polls;

/// <summary>The staff asks people without an account when they can come.</summary>
static class PollInvitationEndpoints
{
    public static void MapPollInvitations(this RouteGroupBuilder polls)
    {
        polls
            .MapPost("{id:guid}/invitations", InviteAsync)
            .RequirePermission(Permissions.PollsManage)
            .WithName("invite-to-poll")
            .WithSummary("Asks addresses by a mail with a personal link; each address once per poll");

        polls
            .MapGet(
                "{id:guid}/invitations/numbers",
                async (Guid id, SchedulingDb db, CancellationToken ct) =>
                {
                    var poll = await db.Polls.AsNoTracking().GetAsync(id, ct);
                    var invited = db.PollInvitations.Where(row => row.PollId == poll.Id);
                    return TypedResults.Ok(
                        new PollInvitationNumbers(
                            await invited.CountAsync(ct),
                            await invited.CountAsync(
                                row => db.PollAnswers.Any(answer => answer.PollId == poll.Id && answer.Subject == row.Subject),
                                ct
                            )
                        )
                    );
                }
            )
            .RequirePermission(Permissions.PollsManage)
            .WithName("get-poll-invitation-numbers")
            .WithSummary("How many were asked by mail, and how many of them have answered");
    }

    static Task<Ok<InvitedPeople>> InviteAsync(
        Guid id,
        InviteToPoll invite,
        SchedulingDb db,
        MailQueue mails,
        TenantContext tenant,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                InvitedAddresses.Require(invite.Addresses);
                var poll = await db.LockPollAsync(id, ct);
                var now = clock.GetUtcNow();
                var invited = 0;
                poll.RequireOpen(now);
                foreach (var person in invite.Addresses)
                {
                    var invitation = SequentialId.Next();
                    var address = person.Address.Trim();
                    if (
                        await db.Database.ExecuteSqlAsync(
                            $"""
                            insert into poll_invitations (tenant, id, version, poll_id, address, address_key, language, invited_at)
                            values ({tenant.Required}, {invitation}, 1, {id}, {address}, {MailAddresses.KeyOf(address)}, {(
                                person.Language ?? ContactBook.OfRequest
                            ).ToString()}, {now})
                            on conflict do nothing
                            """,
                            ct
                        ) == 0
                    )
                        continue;
                    await mails.AddAsync(MailKinds.PollInvitation, invitation, 0, $"poll-invitation:{invitation}", ct);
                    invited++;
                }
                return TypedResults.Ok(new InvitedPeople(invited, invite.Addresses.Count - invited));
            },
            ct
        );
}
