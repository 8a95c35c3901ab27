using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Participation.Surveys;

/// <summary>Section <c>Surveys</c> of the configuration.</summary>
public sealed class SurveyOptions
{
    /// <summary>How often those are looked for that are over.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long single answers are kept after a survey was closed; its counts stay.</summary>
    public TimeSpan KeepAnswers { get; init; } = TimeSpan.FromDays(365);
}

static class SurveyClosings
{
    /// <summary>
    /// Counts, and forgets who has answered. The answers are written anew in the order of their random ids, so that not even their place in
    /// the table tells which came when, or beside whose turn.
    /// </summary>
    public static async Task CloseAsync(this ParticipationDb db, Survey survey, DateTimeOffset now, CancellationToken ct)
    {
        var answers = await db
            .SurveyAnswers.AsNoTracking()
            .Where(row => row.SurveyId == survey.Id)
            .Select(row => row.Answers)
            .ToListAsync(ct);
        survey.Close(SurveyCounting.Count(survey.Document, answers), now);
        await db.SurveyTurns.Where(row => row.SurveyId == survey.Id).ExecuteDeleteAsync(ct);
        await db.SurveyLinks.Where(row => row.SurveyId == survey.Id).ExecuteDeleteAsync(ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            with gone as (delete from survey_answers where survey_id = {survey.Id} returning *)
            insert into survey_answers select * from gone order by id
            """,
            ct
        );
    }

    /// <summary>Notes when it ends by itself; an end that has passed is none any more.</summary>
    public static async Task DueAsync(this ParticipationDb db, Survey survey, string tenant, CancellationToken ct)
    {
        var due = await db.SurveyClosings.SingleOrDefaultAsync(row => row.SurveyId == survey.Id, ct);
        if (survey is not { State: SurveyState.Open, ClosesAt: { } end })
        {
            if (due is not null)
                db.SurveyClosings.Remove(due);
        }
        else if (due is not null)
            due.DueAt = end;
        else
            db.SurveyClosings.Add(
                new()
                {
                    SurveyId = survey.Id,
                    TenantSlug = tenant,
                    DueAt = end,
                }
            );
    }
}

/// <summary>Closes surveys when their time is over.</summary>
sealed class SurveyCloser(WorkTools tools, IOptions<SurveyOptions> options) : DueWork<SurveyClosing>(tools, options.Value.LookEvery)
{
    protected override IQueryable<SurveyClosing> Next(ServiceDb db, DateTimeOffset now, Guid[] but) =>
        db.Set<SurveyClosing>()
            .FromSql(
                $"""
                select * from survey_closings where due_at <= {now} and survey_id <> all({but})
                order by due_at limit 1 for update skip locked
                """
            );

    /// <summary>One that was closed or extended meanwhile stays as it is.</summary>
    protected override async Task DoAsync(SurveyClosing due, IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<ParticipationDb>();
        var now = services.GetRequiredService<TenantClock>().GetUtcNow();
        await db.InTransactionAsync(
            async () =>
            {
                var survey = await db.HoldSurveyAsync(due.SurveyId, ct);
                if (survey.State == SurveyState.Open && survey.ClosesAt <= now)
                    await db.CloseAsync(survey, now, ct);
                return await db.SaveChangesAsync(ct);
            },
            ct
        );
    }
}

/// <summary>Forgets single answers some time after a survey was closed.</summary>
sealed class SurveyHousekeeping(WorkTools tools, IOptions<SurveyOptions> options) : Housekeeping(tools, TimeSpan.FromHours(1))
{
    protected override Task RunAsync(CancellationToken ct) =>
        ForgetOfEachTenantAsync(
            services =>
            {
                var db = services.GetRequiredService<ParticipationDb>();
                var before = Now - options.Value.KeepAnswers;
                var over = db.Surveys.Where(survey => survey.ClosedAt < before);
                return db.SurveyAnswers.Where(row => over.Any(survey => survey.Id == row.SurveyId)).ExecuteDeleteAsync(ct);
            },
            ct
        );
}
