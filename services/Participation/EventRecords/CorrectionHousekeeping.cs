using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Participation.EventRecords;

/// <summary>Section <c>Records</c> of the configuration.</summary>
public sealed class RecordOptions
{
    /// <summary>How long after a record was locked it is known who corrected it; what was said and answered stays.</summary>
    public TimeSpan KeepCorrectors { get; init; } = TimeSpan.FromDays(180);
}

/// <summary>Forgets who corrected a record, some time after it was locked.</summary>
sealed class CorrectionHousekeeping(WorkTools tools, IOptions<RecordOptions> options) : Housekeeping(tools, TimeSpan.FromHours(1))
{
    protected override Task RunAsync(CancellationToken ct) =>
        ForgetOfEachTenantAsync(
            services =>
            {
                var db = services.GetRequiredService<ParticipationDb>();
                var before = Now - options.Value.KeepCorrectors;
                var over = db.EventRecords.Where(record => record.LockedAt < before);
                return db
                    .Corrections.Where(row => row.Author != null && over.Any(record => record.Id == row.EventId))
                    .ExecuteUpdateAsync(row => row.SetProperty(one => one.Author, (string?)null), ct);
            },
            ct
        );
}
