using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Surveys;

/// <summary>From draft to open to closed, and what is published then.</summary>
static class SurveySteps
{
    public static void MapSurveySteps(this IEndpointRouteBuilder app)
    {
        var survey = app.MapTenantApi("surveys/{id:guid}", SurveyEndpoints.Tag).RequirePermission(Permissions.SurveysManage);

        survey
            .MapPost(
                "open",
                (Guid id, OpenSurvey open, IfMatch match, SurveyStep step, CancellationToken ct) =>
                    step.TakeAsync(id, match, (row, now) => row.Open(open.From, open.Until, now), ct)
            )
            .WithName("open-survey")
            .WithSummary("Opens a draft for answers; its questions stay as they are from now on");

        survey
            .MapPut(
                "end",
                (Guid id, ExtendSurvey extend, IfMatch match, SurveyStep step, CancellationToken ct) =>
                    step.TakeAsync(id, match, (row, now) => row.Extend(extend.Until, now), ct)
            )
            .WithName("extend-survey")
            .WithSummary("Sets another end of an open survey");

        survey
            .MapPost("close", (Guid id, IfMatch match, SurveyStep step, CancellationToken ct) => step.CloseAsync(id, match, ct))
            .WithName("close-survey")
            .WithSummary("Closes a survey before its end: answers are counted, and who has answered is forgotten");

        survey
            .MapPut(
                "publication",
                (Guid id, PublishSurveyResults publish, IfMatch match, SurveyStep step, CancellationToken ct) =>
                    step.TakeAsync(id, match, (row, now) => row.Publish(publish.Published, now), ct)
            )
            .WithName("publish-survey-results")
            .WithSummary("Shows the results of a closed survey to all, or takes them back");

        survey
            .MapGet(
                "progress",
                async (Guid id, ParticipationDb db, CancellationToken ct) =>
                {
                    await db.Surveys.AsNoTracking().GetAsync(id, ct);
                    var (answers, links) = (
                        db.SurveyAnswers.Where(row => row.SurveyId == id),
                        db.SurveyLinks.Where(row => row.SurveyId == id)
                    );
                    return TypedResults.Ok(
                        new SurveyProgress(
                            await answers.CountAsync(ct),
                            await answers.MaxAsync(row => (DateOnly?)row.Day, ct),
                            await links.CountAsync(ct),
                            await links.CountAsync(row => row.Used, ct)
                        )
                    );
                }
            )
            .WithName("get-survey-progress")
            .WithSummary("How many have answered, without what");
    }

    /// <summary>Nobody else changes it or answers until the transaction ends.</summary>
    public static Task<Survey> HoldSurveyAsync(this ParticipationDb db, Guid id, CancellationToken ct) =>
        db.Surveys.FromSql($"select * from surveys where id = {id} for update").GetAsync(id, ct);

    /// <summary>
    /// Before the survey itself, for whoever changes its end: the worker that closes what is due holds this row and then waits for the
    /// survey, and the other way round both would wait for each other.
    /// </summary>
    public static Task HoldClosingAsync(this ParticipationDb db, Guid id, string tenant, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select 1 from survey_closings where survey_id = {id} and tenant_slug = {tenant} for update", ct);
}

/// <summary>One step of a survey.</summary>
sealed class SurveyStep(ParticipationDb db, TenantClock clock)
{
    public Task<Ok<SurveyDto>> TakeAsync(Guid id, IfMatch match, Action<Survey, DateTimeOffset> change, CancellationToken ct) =>
        TakeAsync(
            id,
            match,
            (row, now) =>
            {
                change(row, now);
                return Task.CompletedTask;
            },
            ct
        );

    public Task<Ok<SurveyDto>> CloseAsync(Guid id, IfMatch match, CancellationToken ct) =>
        TakeAsync(id, match, (row, now) => db.CloseAsync(row, now, ct), ct);

    Task<Ok<SurveyDto>> TakeAsync(Guid id, IfMatch match, Func<Survey, DateTimeOffset, Task> change, CancellationToken ct) =>
        db.InTransactionAsync(
            async () =>
            {
                await db.HoldClosingAsync(id, clock.Slug, ct);
                var (survey, now) = (await db.HoldSurveyAsync(id, ct), clock.GetUtcNow());
                match.Require(survey);
                await change(survey, now);
                await db.DueAsync(survey, clock.Slug, ct);
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(SurveyDto.From(survey, now));
            },
            ct
        );
}
