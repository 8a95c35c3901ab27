using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.EventRecords;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Records;

/// <summary>What the workshops recorded comes into the result of their topic area, by how much it matters to people.</summary>
static class Collection
{
    const int Most = 100;
    const int TitleOfMeasure = 120;

    public static Task<Ok<RecordDto>> CollectAsync(Guid topicAreaId, IfMatch match, ParticipationDb db, CancellationToken ct) =>
        db.InTransactionAsync(
            async () =>
            {
                await db.RequireOpenAsync(topicAreaId, ct);
                var record = await db.Records.GetAsync(topicAreaId, ct);
                match.Require(record);
                var known = record.ResultIds.ToHashSet();
                var locked = await db
                    .EventRecords.AsNoTracking()
                    .Where(row => row.TopicAreaId == topicAreaId && row.Stage == RecordStage.Locked)
                    .ToListAsync(ct);
                var found = locked
                    .OrderBy(row => row.StartsAt)
                    .SelectMany(row => row.Entries)
                    .Where(entry => !known.Contains(entry.Id))
                    .DistinctBy(entry => entry.Id)
                    .ToList();
                var standing = await StandingAsync(db, [.. found.SelectMany(entry => entry.ContributionIds).Distinct()], ct);
                found =
                [
                    .. found
                        .Select(entry => entry with { ContributionIds = [.. entry.ContributionIds.Where(standing.ContainsKey)] })
                        .OrderByDescending(entry => entry.ContributionIds.Sum(id => standing[id])),
                ];
                Finding[] Of(ContributionKind kind) =>
                    [.. found.Where(entry => entry.Kind == kind).Select(entry => new Finding(entry.Id, entry.Text, entry.ContributionIds))];
                record.Write(
                    record.Situation,
                    AtMost([.. record.Needs, .. Of(ContributionKind.Need)]),
                    AtMost([.. record.Goals, .. Of(ContributionKind.Goal)]),
                    AtMost([.. record.Measures, .. Of(ContributionKind.Measure).Select(MeasureOf)])
                );
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(RecordDto.From(record));
            },
            ct
        );

    /// <summary>Points of what still counts; what was withdrawn or hidden since is cited no more.</summary>
    static Task<Dictionary<Guid, int>> StandingAsync(ParticipationDb db, Guid[] ids, CancellationToken ct) =>
        db
            .Contributions.Where(row => ids.Contains(row.Id) && row.State == Contributions.ContributionState.Standing)
            .ToDictionaryAsync(row => row.Id, row => row.Points, ct);

    static IReadOnlyList<T> AtMost<T>(IReadOnlyList<T> results) => results.Count <= Most ? results : throw new RecordHasTooMany();

    /// <summary>The first line, or the first words, name it.</summary>
    static MeasureProposal MeasureOf(Finding finding)
    {
        var line = finding.Text.Split('\n', 2)[0].Trim();
        var title = line.Length <= TitleOfMeasure ? line : $"{line[..TitleOfMeasure].TrimEnd()} …";
        var description = title == finding.Text ? "" : finding.Text;
        return new(finding.Id, title, description, null, null, null, null, null, null, finding.ContributionIds);
    }
}
