using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Participation.Balance;

/// <summary>Section <c>Guests</c> of the configuration.</summary>
public sealed class GuestOptions
{
    /// <summary>How long after an event the marks of those who were invited or registered are kept.</summary>
    public TimeSpan KeepMarks { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How often it is looked for those to forget.</summary>
    public TimeSpan ForgetEvery { get; init; } = TimeSpan.FromHours(1);
}

/// <summary>Forgets the marks of events that are over; the numbers by group stay.</summary>
sealed class GuestHousekeeping(WorkTools tools, IOptions<GuestOptions> options) : Housekeeping(tools, options.Value.ForgetEvery)
{
    protected override Task RunAsync(CancellationToken ct) =>
        ForgetOfEachTenantAsync(
            services =>
            {
                var db = services.GetRequiredService<ParticipationDb>();
                var before = Now - options.Value.KeepMarks;
                return db
                    .EventGuests.Where(row =>
                        row.Mark != null && db.EventRecords.Any(record => record.Id == row.EventId && record.EndsAt < before)
                    )
                    .ExecuteUpdateAsync(row => row.SetProperty(one => one.Mark, (string?)null), ct);
            },
            ct
        );
}
