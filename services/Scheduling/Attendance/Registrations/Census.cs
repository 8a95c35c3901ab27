using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <summary>What the registrations of an event add up to.</summary>
/// <param name="Seats">Seats taken.</param>
/// <param name="Waiting">How many wait for one.</param>
/// <param name="NextTurn">Place in the queue of whoever comes next.</param>
sealed record Census(Seats Seats, int Waiting, int NextTurn);

static class CensusQuery
{
    /// <summary>One query over the event's part of an index.</summary>
    public static async Task<Census> CensusAsync(this SchedulingDb db, Guid eventId, CancellationToken ct)
    {
        var rows = await db
            .Registrations.Where(row => row.EventId == eventId)
            .GroupBy(row => new { row.Group, row.State })
            .Select(rows => new
            {
                rows.Key.Group,
                rows.Key.State,
                Count = rows.Count(),
                Last = rows.Max(row => row.Turn),
            })
            .ToListAsync(ct);
        var taken = rows.Where(row => Registration.Seated.Contains(row.State))
            .GroupBy(row => row.Group)
            .ToDictionary(group => group.Key, group => group.Sum(row => row.Count));
        return new(
            new(taken),
            rows.Where(row => row.State == RegistrationState.Waiting).Sum(row => row.Count),
            rows.Select(row => row.Last).DefaultIfEmpty().Max() + 1
        );
    }
}
