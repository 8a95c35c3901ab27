using Integrationskonzept.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Balance;

/// <summary>How many are invited and registered for an event, by group.</summary>
sealed record GuestNumbers(IReadOnlyList<(GuestStanding Standing, StakeholderGroup? Group, int Count)> Rows)
{
    public Dictionary<StakeholderGroup, int> Of(GuestStanding standing) =>
        Rows.Where(row => row.Standing == standing && row.Group is not null).ToDictionary(row => row.Group!.Value, row => row.Count);

    public int WithoutGroup(GuestStanding standing) =>
        Rows.Where(row => row.Standing == standing && row.Group is null).Sum(row => row.Count);
}

static class GuestQueries
{
    public static async Task<GuestNumbers> GuestNumbersAsync(this ParticipationDb db, Guid eventId, CancellationToken ct)
    {
        var rows = await db
            .EventGuests.Where(row => row.EventId == eventId)
            .GroupBy(row => new { row.Standing, row.Group })
            .Select(group => new
            {
                group.Key.Standing,
                group.Key.Group,
                Count = group.Count(),
            })
            .ToListAsync(ct);
        return new([.. rows.Select(row => (row.Standing, row.Group, row.Count))]);
    }

    /// <summary>Marks of all who were invited or registered, also of those who said no.</summary>
    public static async Task<HashSet<string>> GuestMarksAsync(this ParticipationDb db, Guid eventId, CancellationToken ct) =>
        [.. await db.EventGuests.Where(row => row.EventId == eventId && row.Mark != null).Select(row => row.Mark!).ToListAsync(ct)];
}
