using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tasks;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Polls;

/// <summary>Polls that the caller can answer and has not, neither signed in nor by the link in a mail to their address.</summary>
sealed class PollsToAnswer(SchedulingDb db, Caller caller, TenantClock clock) : ITaskSource
{
    public TaskKind Kind => TaskKind.AnswerPoll;
    public string Permission => Permissions.RegistrationsMake;

    public async Task<FoundTasks> FindAsync(CancellationToken ct)
    {
        var subject = caller.Id;
        var now = clock.GetUtcNow();
        var landkreis = await clock.LandkreisAsync(ct);
        var address = caller.Email is { Length: > 0 } email ? MailAddresses.KeyOf(email) : null;
        return await db
            .Polls.AsNoTracking()
            .Where(row => row.State == PollState.Open && row.Deadline > now)
            .Where(row =>
                !db.PollAnswers.Any(answer =>
                    answer.PollId == row.Id
                    && (
                        answer.Subject == subject
                        || db.PollInvitations.Any(invited =>
                            invited.PollId == row.Id && invited.AddressKey == address && invited.Subject == answer.Subject
                        )
                    )
                )
            )
            .OrderBy(row => row.Deadline)
            .Select(row => new
            {
                row.Id,
                row.Title,
                row.Deadline,
            })
            .ToTasksAsync(
                row => new TaskDto(
                    Kind,
                    new Text($"Sagen, wann Sie können: {row.Title}", $"Say when you can come: {row.Title}").ToString(),
                    new(TaskSubjectType.Poll, row.Id),
                    landkreis.DayOf(row.Deadline)
                ),
                ct
            );
    }
}

/// <summary>Polls that are over without a date.</summary>
sealed class PollsToDecide(SchedulingDb db, TenantClock clock) : ITaskSource
{
    public TaskKind Kind => TaskKind.DecidePoll;
    public string Permission => Permissions.PlansWrite;

    public async Task<FoundTasks> FindAsync(CancellationToken ct)
    {
        var (now, landkreis) = (clock.GetUtcNow(), await clock.LandkreisAsync(ct));
        return await db
            .Polls.AsNoTracking()
            .Where(row => row.State == PollState.Open && row.Deadline <= now)
            .OrderBy(row => row.Deadline)
            .Select(row => new
            {
                row.Id,
                row.Title,
                row.Deadline,
            })
            .ToTasksAsync(
                row => new TaskDto(
                    Kind,
                    new Text($"Termin festlegen: {row.Title}", $"Choose the date: {row.Title}").ToString(),
                    new(TaskSubjectType.Poll, row.Id),
                    landkreis.DayOf(row.Deadline)
                ),
                ct
            );
    }
}
