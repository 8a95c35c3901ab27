using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Records;

static class RecordEndpoints
{
    public static void MapRecords(this IEndpointRouteBuilder app)
    {
        var record = app.MapTenantApi("topic-areas/{topicAreaId:guid}", "Records");

        record
            .MapGet(
                "record",
                async (Guid topicAreaId, ParticipationDb db, CancellationToken ct) =>
                    TypedResults.Ok(RecordDto.From(await db.Records.AsNoTracking().GetAsync(topicAreaId, ct)))
            )
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("get-record")
            .WithSummary("The record of a topic area; empty before the first writing");

        record
            .MapPut("record", WriteAsync)
            .RequirePermission(Permissions.RecordsWrite)
            .WithName("write-record")
            .WithSummary("Writes the record: situation, needs, goals and measures, each with the contributions behind it");

        record
            .MapPost("record/collect", Collection.CollectAsync)
            .RequirePermission(Permissions.RecordsWrite)
            .WithName("collect-records")
            .WithSummary(
                "Adds needs, goals and measures of the locked records of the topic area's events, those with most points first; each once"
            );

        record
            .MapPost("conclude", TopicAreaConclusion.ConcludeAsync)
            .RequirePermission(TopicAreaConclusion.WhoMay)
            .WithName("conclude-topic-area")
            .WithSummary("Locks the record and ends the topic area; its results go to the concept");
    }

    static Task<Ok<RecordDto>> WriteAsync(Guid topicAreaId, WriteRecord write, IfMatch match, ParticipationDb db, CancellationToken ct) =>
        db.InTransactionAsync(
            async () =>
            {
                // Held open, so that nothing that is cited here is withdrawn or merged in between.
                await db.RequireOpenAsync(topicAreaId, ct);
                var record = await db.Records.GetAsync(topicAreaId, ct);
                match.Require(record);

                var (known, cited) = (record.ResultIds.ToHashSet(), record.ContributionIds.ToList());
                record.Write(
                    write.Situation,
                    write.Needs.Select(row => row.ToFinding(known)),
                    write.Goals.Select(row => row.ToFinding(known)),
                    write.Measures.Select(row => row.ToProposal(known))
                );
                await db.RequireCitableAsync(topicAreaId, [.. record.ContributionIds], cited, ct);
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(RecordDto.From(record));
            },
            ct
        );
}
