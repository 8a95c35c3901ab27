using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Attendance.Contacts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Polls;

/// <summary>Answers without an account, by the link in the mail.</summary>
static class PollLinkEndpoints
{
    public static void MapPollLinks(this IEndpointRouteBuilder app)
    {
        var links = app.MapTenantApi("poll-links", "Polls").AllowAnonymous();

        links
            .MapPost(
                "show",
                async (UsePollLink use, PollLinks polls, SchedulingDb db, TenantClock clock, CancellationToken ct) =>
                {
                    var id = polls.Read(use.Token);
                    var invitation =
                        await db.PollInvitations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct)
                        ?? throw new PollLinkExpired();
                    var subject = await db.SubjectOfAsync(invitation, ct);
                    var poll = await db.Polls.AsNoTracking().GetAsync(invitation.PollId, ct);
                    var answer = await db
                        .PollAnswers.AsNoTracking()
                        .SingleOrDefaultAsync(row => row.PollId == poll.Id && row.Subject == subject, ct);
                    return TypedResults.Ok(PollLinkView.From(poll, answer?.Dates ?? [], await clock.CivilTimeAsync(ct), clock.GetUtcNow()));
                }
            )
            .WithName("show-poll-link")
            .WithSummary("The poll that a link in a mail leads to, and what one has answered");

        links
            .MapPost("answer", AnswerAsync)
            .WithName("answer-poll-by-link")
            .WithSummary("Says when one can come, until the deadline; replaces what one said before");
    }

    static Task<Ok<PollLinkView>> AnswerAsync(
        AnswerByLink answer,
        PollLinks polls,
        SchedulingDb db,
        TenantClock clock,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                var id = polls.Read(answer.Token);
                var pollId =
                    await db.PollInvitations.Where(row => row.Id == id).Select(row => (Guid?)row.PollId).SingleOrDefaultAsync(ct)
                    ?? throw new PollLinkExpired();
                var poll = await db.LockPollAsync(pollId, ct);
                var now = clock.GetUtcNow();
                var invitation = await db.PollInvitations.SingleOrDefaultAsync(row => row.Id == id, ct) ?? throw new PollLinkExpired();
                invitation.Subject = await db.SubjectOfAsync(invitation, ct);
                await db.SaveAnswerAsync(poll, invitation.Subject, answer.Dates, now, ct);
                return TypedResults.Ok(PollLinkView.From(poll, answer.Dates, await clock.CivilTimeAsync(ct), now));
            },
            ct
        );

    /// <summary>
    /// Under whom an address answers: as it did before; else as the account, or the guest, that is known by the address; else as this
    /// invitation. No contact is made for it: an address that only answers is held once, and forgotten with the poll.
    /// </summary>
    static async Task<string> SubjectOfAsync(this SchedulingDb db, PollInvitation invitation, CancellationToken ct) =>
        invitation.Subject
        ?? await db
            .Contacts.Where(contact => contact.AddressKey == invitation.AddressKey)
            .OrderByDescending(contact =>
                db.PollAnswers.Any(answer => answer.PollId == invitation.PollId && answer.Subject == contact.Subject)
            )
            .ThenByDescending(contact => contact.Subject.StartsWith(Contact.GuestPrefix))
            .ThenBy(contact => contact.Id)
            .Select(contact => contact.Subject)
            .FirstOrDefaultAsync(ct)
        ?? Contact.GuestPrefix + invitation.Id;

    /// <summary>Somebody with an account who was also asked by mail: the link then shows and changes the account's answer.</summary>
    public static async Task JoinInvitationAsync(this SchedulingDb db, Guid pollId, Caller caller, CancellationToken ct)
    {
        if (caller.Email is not { Length: > 0 } address)
            return;
        var key = MailAddresses.KeyOf(address);
        var subject = caller.Id;
        if (
            await db.PollInvitations.SingleOrDefaultAsync(row => row.PollId == pollId && row.AddressKey == key, ct) is not { } invitation
            || invitation.Subject == subject
        )
            return;
        var before = invitation.Subject;
        await db.PollAnswers.Where(row => row.PollId == pollId && row.Subject == before).ExecuteDeleteAsync(ct);
        invitation.Subject = subject;
    }
}
