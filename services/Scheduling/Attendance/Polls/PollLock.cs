using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Polls;

static class PollLock
{
    /// <summary>Answers wait while a date is chosen, and the other way round.</summary>
    public static async Task<Poll> LockPollAsync(this SchedulingDb db, Guid id, CancellationToken ct) =>
        await db.Polls.FromSql($"select * from polls where id = {id} for update").SingleOrDefaultAsync(ct) ?? throw new NotFoundProblem();
}
