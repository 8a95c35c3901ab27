using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Surveys;

static class SurveyEndpoints
{
    public const string Tag = "Surveys";

    public static void AddSurveys(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<SurveyOptions>(builder.Configuration.GetSection("Surveys"));
        builder
            .Services.AddScoped<SurveyAnswering>()
            .AddScoped<SurveyStep>()
            .AddHostedService<SurveyCloser>()
            .AddHousekeeping<SurveyHousekeeping>();
    }

    public static void MapSurveys(this IEndpointRouteBuilder app)
    {
        var surveys = app.MapTenantApi("surveys", Tag);

        surveys
            .MapGet("", ListAsync)
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("list-surveys")
            .WithSummary("Surveys, the latest first: those that are open or whose results are published; to those who manage them, all");

        surveys
            .MapGet("{id:guid}", GetAsync)
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("get-survey")
            .WithSummary("One survey with its questions");

        surveys
            .MapPost("", WriteAsync)
            .RequirePermission(Permissions.SurveysManage)
            .WithName("write-survey")
            .WithSummary("Begins a survey as a draft");

        surveys
            .MapPut("{id:guid}", RewriteAsync)
            .RequirePermission(Permissions.SurveysManage)
            .WithName("rewrite-survey")
            .WithSummary("Changes a draft as a whole");

        surveys
            .MapDelete("{id:guid}", DeleteAsync)
            .RequirePermission(Permissions.SurveysManage)
            .WithName("delete-survey")
            .WithSummary("Deletes a draft, or a closed survey with its answers and results");

        app.MapSurveySteps();
        app.MapSurveyLinks();
        app.MapSurveyAnswers();
        app.MapSurveyResults();
    }

    /// <summary>Those who manage surveys see all, others what is for them.</summary>
    static IQueryable<Survey> SurveysSeenBy(this ParticipationDb db, Caller caller, DateTimeOffset now) =>
        caller.Has(Permissions.SurveysManage)
            ? db.Surveys.AsNoTracking()
            : db.Surveys.AsNoTracking().Where(row => row.State == SurveyState.Open && row.OpensAt <= now || row.ResultsPublishedAt != null);

    static async Task<Page<SurveySummaryDto>> ListAsync(
        ParticipationDb db,
        TimeProvider time,
        Caller caller,
        [AsParameters] PageRequest page,
        HttpContext http,
        Guid? topicAreaId = null
    )
    {
        var now = time.GetUtcNow();
        var surveys = db.SurveysSeenBy(caller, now);
        if (topicAreaId is not null)
            surveys = surveys.Where(row => row.TopicAreaId == topicAreaId);
        var rows = await surveys.ToLatestPageAsync(page, http, row => row);
        var answered = await db.AnsweredAsync(rows.Items, SurveySecrets.Account(caller.Id), http.RequestAborted);
        return new([.. rows.Items.Select(row => SurveySummaryDto.From(row, now, answered))], rows.Next);
    }

    static async Task<Ok<SurveyDto>> GetAsync(
        Guid id,
        ParticipationDb db,
        TimeProvider time,
        Caller caller,
        HttpContext http,
        CancellationToken ct
    )
    {
        var now = time.GetUtcNow();
        var survey = await db.SurveysSeenBy(caller, now).GetAsync(id, ct);
        var answered = await db.AnsweredAsync([survey], SurveySecrets.Account(caller.Id), ct);
        // Whether the caller has answered changes without a new version.
        http.Request.Headers.IfNoneMatch = default;
        return TypedResults.Ok(SurveyDto.From(survey, now, survey.State == SurveyState.Open ? answered.Contains(id) : null));
    }

    static async Task<Created<SurveyDto>> WriteAsync(WriteSurvey write, ParticipationDb db, TenantClock clock, CancellationToken ct)
    {
        await db.RequireTopicAreaAsync(write.TopicAreaId, ct);
        var survey = Survey.Write(write);
        db.Surveys.Add(survey);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/{clock.Slug}/surveys/{survey.Id}", SurveyDto.From(survey, clock.GetUtcNow()));
    }

    static async Task<Ok<SurveyDto>> RewriteAsync(
        Guid id,
        WriteSurvey write,
        IfMatch match,
        ParticipationDb db,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var survey = await db.Surveys.GetAsync(id, ct);
        match.Require(survey);
        await db.RequireTopicAreaAsync(write.TopicAreaId, ct);
        survey.Rewrite(write);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(SurveyDto.From(survey, time.GetUtcNow()));
    }

    static async Task RequireTopicAreaAsync(this ParticipationDb db, Guid? id, CancellationToken ct)
    {
        if (id is not null && !await db.TopicAreas.AnyAsync(row => row.Id == id, ct))
            throw new InvalidFieldProblem(
                "topicAreaId",
                new("Dieses Themenfeld gibt es in diesem Landkreis nicht.", "There is no such topic area in this Landkreis.")
            );
    }

    static Task<NoContent> DeleteAsync(Guid id, ParticipationDb db, CancellationToken ct) =>
        db.InTransactionAsync(
            async () =>
            {
                var survey = await db.HoldSurveyAsync(id, ct);
                if (survey.State == SurveyState.Open)
                    throw new SurveyStillOpen();
                await db.SurveyAnswers.Where(row => row.SurveyId == id).ExecuteDeleteAsync(ct);
                db.Surveys.Remove(survey);
                await db.SaveChangesAsync(ct);
                return TypedResults.NoContent();
            },
            ct
        );
}
