using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Answers;

/// <summary>Every contribution gets what became of it: prepared in bulk, published at once.</summary>
static class AnswerEndpoints
{
    public const string Tag = "Answers";

    public static void MapAnswers(this IEndpointRouteBuilder app)
    {
        var answers = app.MapTenantApi("topic-areas/{topicAreaId:guid}/answers", Tag).RequirePermission(Permissions.RecordsWrite);

        answers
            .MapGet("", CountAsync)
            .WithName("count-answers")
            .WithSummary("How many contributions are answered, how many answers are prepared, how many have none");

        answers.MapGet("prepared", ListAsync).WithName("list-prepared-answers").WithSummary("Answers that are prepared and not published");

        answers
            .MapPut("prepared", PrepareAsync)
            .WithName("prepare-answers")
            .WithSummary("Prepares one answer for many contributions; replaces what was prepared for them");

        answers
            .MapDelete("prepared/{contributionId:guid}", DropAsync)
            .WithName("drop-prepared-answer")
            .WithSummary("Takes a prepared answer back");

        answers
            .MapPost("publish", PublishAsync)
            .WithName("publish-answers")
            .WithSummary("Publishes all prepared answers at once, and tells the authors; again, it changes nothing");

        app.MapAnswerNews();
    }

    static async Task<Ok<AnswerCounts>> CountAsync(Guid topicAreaId, ParticipationDb db, CancellationToken ct)
    {
        await db.TopicAreas.AsNoTracking().GetAsync(topicAreaId, ct);
        return TypedResults.Ok(await db.CountAnswersAsync(topicAreaId, ct));
    }

    static async Task<AnswerCounts> CountAnswersAsync(this ParticipationDb db, Guid topicAreaId, CancellationToken ct)
    {
        var standing = db.Standing(topicAreaId);
        var (all, answered) = (await standing.CountAsync(ct), await standing.CountAsync(row => row.Answer != null, ct));
        var prepared = await db.PreparedAnswers.CountAsync(row => row.TopicAreaId == topicAreaId, ct);
        var open = await standing.CountAsync(row => row.Answer == null && !db.PreparedAnswers.Any(one => one.ContributionId == row.Id), ct);
        return new(all, answered, prepared, open);
    }

    static async Task<Page<PreparedAnswerDto>> ListAsync(
        Guid topicAreaId,
        ParticipationDb db,
        [AsParameters] PageRequest page,
        HttpContext http
    )
    {
        var ct = http.RequestAborted;
        await db.TopicAreas.AsNoTracking().GetAsync(topicAreaId, ct);
        var after = page.After ?? Guid.Empty;
        var rows = await db
            .PreparedAnswers.AsNoTracking()
            .Where(row => row.TopicAreaId == topicAreaId && row.ContributionId > after)
            .OrderBy(row => row.ContributionId)
            .Join(db.Contributions, row => row.ContributionId, one => one.Id, (row, one) => new { row, one })
            .Take(page.Rows())
            .Select(pair => new PreparedAnswerDto(
                pair.one.Id,
                pair.one.Title,
                pair.one.Text,
                pair.one.Language,
                pair.row.Answer,
                pair.row.Reason
            ))
            .ToListAsync(ct);
        return page.ToPage(rows, row => row.ContributionId, http, row => row);
    }

    static Task<Ok<AnswerCounts>> PrepareAsync(Guid topicAreaId, PrepareAnswers prepare, ParticipationDb db, CancellationToken ct) =>
        db.InTransactionAsync(
            async () =>
            {
                await db.HoldBegunAsync(topicAreaId, ct);
                var ids = prepare.ContributionIds.Distinct().ToList();
                if (await db.Standing(topicAreaId).CountAsync(row => ids.Contains(row.Id), ct) != ids.Count)
                    throw new ContributionUnknown();
                await db.PreparedAnswers.Where(row => ids.Contains(row.ContributionId)).ExecuteDeleteAsync(ct);
                db.PreparedAnswers.AddRange(
                    ids.Select(id => new PreparedAnswer
                    {
                        ContributionId = id,
                        TopicAreaId = topicAreaId,
                        Answer = prepare.Answer,
                        Reason = prepare.Reason.Trim(),
                    })
                );
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(await db.CountAnswersAsync(topicAreaId, ct));
            },
            ct
        );

    static async Task<NoContent> DropAsync(Guid topicAreaId, Guid contributionId, ParticipationDb db, CancellationToken ct) =>
        await db.PreparedAnswers.Where(row => row.TopicAreaId == topicAreaId && row.ContributionId == contributionId).ExecuteDeleteAsync(ct)
        > 0
            ? TypedResults.NoContent()
            : throw new NotFoundProblem();

    static Task<Ok<PublishedAnswers>> PublishAsync(
        Guid topicAreaId,
        ParticipationDb db,
        AnswerNews news,
        TimeProvider time,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                await db.HoldBegunAsync(topicAreaId, ct);
                var prepared = await db
                    .PreparedAnswers.Where(row => row.TopicAreaId == topicAreaId)
                    .ToDictionaryAsync(row => row.ContributionId, ct);
                Guid[] ids = [.. prepared.Keys];
                await db.HoldContributionsAsync(ids, ct);
                // What was withdrawn, merged or hidden meanwhile gets no answer of its own.
                var standing = await db.Standing(topicAreaId).Where(row => ids.Contains(row.Id)).ToListAsync(ct);
                var now = time.GetUtcNow();
                var changed = standing.FindAll(row => row.BeAnswered(prepared[row.Id].Answer, prepared[row.Id].Reason, now));
                db.PreparedAnswers.RemoveRange(prepared.Values);
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(new PublishedAnswers(changed.Count, await news.TellAsync(changed, ct)));
            },
            ct
        );

    /// <summary>Held alone: two who publish at once publish each answer once.</summary>
    static async Task HoldBegunAsync(this ParticipationDb db, Guid topicAreaId, CancellationToken ct)
    {
        var area = await db.HoldAloneAsync(topicAreaId, ct);
        if (area.State == TopicAreaState.Upcoming)
            throw new TopicAreaNotOpen(area.Title, area.OpensAt);
    }
}
