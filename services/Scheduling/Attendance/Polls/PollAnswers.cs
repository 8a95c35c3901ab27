using Integrationskonzept.Planning;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Polls;

static class PollAnswers
{
    public static void MapPollAnswers(this RouteGroupBuilder polls)
    {
        polls
            .MapPut("{id:guid}/answers/mine", AnswerAsync)
            .RequirePermission(Permissions.RegistrationsMake)
            .WithName("answer-poll")
            .WithSummary("Says when one can come; replaces what one said before");

        polls
            .MapGet(
                "{id:guid}/answers/mine",
                async (Guid id, SchedulingDb db, Caller caller, TenantClock clock, CancellationToken ct) =>
                {
                    var subject = caller.Id;
                    var time = await clock.CivilTimeAsync(ct);
                    var row =
                        await db.PollAnswers.AsNoTracking().SingleOrDefaultAsync(row => row.PollId == id && row.Subject == subject, ct)
                        ?? throw new NotFoundProblem();
                    return TypedResults.Ok(new PollAnswerDto(row.Dates, time.Local(row.AnsweredAt)));
                }
            )
            .RequirePermission(Permissions.RegistrationsMake)
            .WithName("get-my-poll-answer")
            .WithSummary("What one said");

        polls
            .MapDelete(
                "{id:guid}/answers/mine",
                (Guid id, SchedulingDb db, Caller caller, TimeProvider clock, CancellationToken ct) =>
                    db.InTransactionAsync(
                        async () =>
                        {
                            (await db.LockPollAsync(id, ct)).RequireOpen(clock.GetUtcNow());
                            var subject = caller.Id;
                            await db.PollAnswers.Where(row => row.PollId == id && row.Subject == subject).ExecuteDeleteAsync(ct);
                            return TypedResults.NoContent();
                        },
                        ct
                    )
            )
            .RequirePermission(Permissions.RegistrationsMake)
            .WithName("delete-my-poll-answer")
            .WithSummary("Takes back what one said");
    }

    static Task<Ok<PollAnswerDto>> AnswerAsync(
        Guid id,
        AnswerPoll answer,
        SchedulingDb db,
        Caller caller,
        TenantClock clock,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                var poll = await db.LockPollAsync(id, ct);
                var now = clock.GetUtcNow();
                poll.RequireOpen(now);
                await db.JoinInvitationAsync(id, caller, ct);
                await db.SaveAnswerAsync(poll, caller.Id, answer.Dates, now, ct);
                return TypedResults.Ok(new PollAnswerDto(answer.Dates, (await clock.CivilTimeAsync(ct)).Local(now)));
            },
            ct
        );

    /// <summary>Under the poll's lock. No dates at all: whoever it is has no answer any more.</summary>
    public static async Task SaveAnswerAsync(
        this SchedulingDb db,
        Poll poll,
        string subject,
        Dictionary<int, Availability> dates,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        poll.RequireOpen(now);
        if (dates.Keys.Except(poll.Options.Select(option => option.Number)).Any())
            throw new OptionUnknown();
        var row = await db.PollAnswers.SingleOrDefaultAsync(row => row.PollId == poll.Id && row.Subject == subject, ct);
        if (dates.Count == 0 && row is not null)
            db.PollAnswers.Remove(row);
        if (dates.Count > 0)
        {
            row ??= db.PollAnswers.Add(new() { PollId = poll.Id, Subject = subject }).Entity;
            (row.Dates, row.AnsweredAt) = (dates, now);
        }
        await db.SaveChangesAsync(ct);
    }
}
