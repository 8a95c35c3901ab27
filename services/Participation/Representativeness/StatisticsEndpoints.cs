using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Representativeness;

/// <summary>With what the Landkreis compares those who take part.</summary>
static class StatisticsEndpoints
{
    public static void MapDistrictStatistics(this IEndpointRouteBuilder app)
    {
        var statistics = app.MapTenantApi("district-statistics", RepresentationEndpoints.Tag);

        statistics
            .MapGet(
                "",
                async (ParticipationDb db, CancellationToken ct) =>
                    TypedResults.Ok(DistrictStatisticsDto.From(await db.DistrictStatistics.AsNoTracking().SingleOrDefaultAsync(ct)))
            )
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("get-district-statistics")
            .WithSummary("The published statistics of the Landkreis with their source; version 0: there are none, and nothing is asked");

        statistics
            .MapPut("", ReplaceAsync)
            .RequirePermission(Permissions.StatisticsManage)
            .WithName("replace-district-statistics")
            .WithSummary(
                "Replaces the statistics as a whole (the first time with If-None-Match: *); what they don't know is not asked any more"
            )
            .MayBegin();
    }

    static async Task<Ok<DistrictStatisticsDto>> ReplaceAsync(
        WriteDistrictStatistics write,
        IfMatch match,
        ParticipationDb db,
        TenantClock clock,
        CancellationToken ct
    )
    {
        var questions = StatisticsRules.Check(write, await clock.TodayAsync(ct));
        var statistics = await db.DistrictStatistics.SingleOrDefaultAsync(ct);
        match.Require(statistics ?? (IVersioned)new NotYet());
        statistics ??= db.DistrictStatistics.Add(DistrictStatistics.Begin()).Entity;
        statistics.Replace(write, questions);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(DistrictStatisticsDto.From(statistics));
    }
}
