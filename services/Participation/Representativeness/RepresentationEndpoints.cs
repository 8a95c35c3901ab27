using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Representativeness;

/// <summary>
/// Whom the participation reaches. Answers come by PUT with a random id in the body, as those to surveys: an idempotency key would be kept
/// beside the account.
/// </summary>
static class RepresentationEndpoints
{
    public const string Tag = "Representation";

    public static void AddRepresentation(this IServiceCollection services) => services.AddScoped<RepresentationAnswering>();

    public static void MapRepresentation(this IEndpointRouteBuilder app)
    {
        var area = app.MapTenantApi("topic-areas/{topicAreaId:guid}/representation", Tag);

        area.MapGet("", GetAsync)
            .AllowAnonymous()
            .WithName("get-representation")
            .WithSummary("Who took part in a topic area, beside the Landkreis, for all");

        area.MapGet(
                "questions",
                (Guid topicAreaId, RepresentationAnswering answering, CancellationToken ct) => answering.FormByAccountAsync(topicAreaId, ct)
            )
            .RequirePermission(Permissions.ContributionsSubmit)
            .WithName("get-representation-questions")
            .WithSummary("What those who have contributed may say of themselves, and whether the caller has");

        area.MapPut(
                "answer",
                (Guid topicAreaId, AnswerRepresentation answer, RepresentationAnswering answering, CancellationToken ct) =>
                    answering.ByAccountAsync(topicAreaId, answer, ct)
            )
            .RequirePermission(Permissions.ContributionsSubmit)
            .WithName("answer-representation")
            .WithSummary(
                "Says something of oneself, once in each topic area and without a way back; the same sent again is no second answer"
            );

        var link = app.MapTenantApi("invitation-links/{token}/representation", Tag).AllowAnonymous();

        link.MapGet("", (string token, RepresentationAnswering answering, CancellationToken ct) => answering.FormByLinkAsync(token, ct))
            .WithName("get-representation-questions-by-link")
            .WithSummary("What those who have contributed by a link may say of themselves");

        link.MapPut(
                "answer",
                (string token, AnswerRepresentation answer, RepresentationAnswering answering, CancellationToken ct) =>
                    answering.ByLinkAsync(token, answer, ct)
            )
            .WithName("answer-representation-by-link")
            .WithSummary("Says something of oneself; by a link as many can as have contributed by it");

        app.MapDistrictStatistics();
    }

    static async Task<Ok<RepresentationDto>> GetAsync(Guid topicAreaId, ParticipationDb db, CancellationToken ct)
    {
        var area = await db.TopicAreas.AsNoTracking().GetAsync(topicAreaId, ct);
        var statistics = await db.DistrictStatistics.AsNoTracking().SingleOrDefaultAsync(ct);
        var row = await db.Representations.AsNoTracking().SingleOrDefaultAsync(one => one.TopicAreaId == topicAreaId, ct);
        return TypedResults.Ok(RepresentationDto.From(area, statistics, row));
    }
}
