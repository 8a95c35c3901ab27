using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Participation.Balance;

/// <summary>Section <c>Guests</c> of the configuration.</summary>
public sealed class GuestOptions
{
    /// <summary>How long after an event the marks of those who were invited or registered are kept.</summary>
    public TimeSpan KeepMarks { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long after an event it is known how many were invited and registered; who came stays in its record.</summary>
    public TimeSpan KeepNumbers { get; init; } = TimeSpan.FromDays(365);

    /// <summary>How often it is looked for those to forget.</summary>
    public TimeSpan ForgetEvery { get; init; } = TimeSpan.FromHours(1);
}

/// <summary>Forgets the marks of events that are over, and later on the numbers by group.</summary>
sealed class GuestHousekeeping(WorkTools tools, IOptions<GuestOptions> options) : Housekeeping(tools, options.Value.ForgetEvery)
{
    protected override Task RunAsync(CancellationToken ct) =>
        ForgetOfEachTenantAsync(
            async services =>
            {
                var db = services.GetRequiredService<ParticipationDb>();
                var (marks, numbers) = (Now - options.Value.KeepMarks, Now - options.Value.KeepNumbers);
                // Told long ago, of an event that is long over or that nobody has ever told of.
                var rows = await db
                    .EventGuests.Where(row =>
                        row.NotedAt < numbers && !db.EventRecords.Any(record => record.Id == row.EventId && record.EndsAt >= numbers)
                    )
                    .ExecuteDeleteAsync(ct);
                return rows
                    + await db
                        .EventGuests.Where(row =>
                            row.Mark != null && db.EventRecords.Any(record => record.Id == row.EventId && record.EndsAt < marks)
                        )
                        .ExecuteUpdateAsync(row => row.SetProperty(one => one.Mark, (string?)null), ct);
            },
            ct
        );
}
