using Integrationskonzept.Participation.Counting;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.Spreadsheets;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Surveys;

/// <summary>What came out: to all once it is published, single answers to the staff alone.</summary>
static class SurveyResultEndpoints
{
    public static void MapSurveyResults(this IEndpointRouteBuilder app)
    {
        app.MapTenantApi("survey-results/{id:guid}", "Survey results")
            .MapGet(
                "",
                async (Guid id, ParticipationDb db, CancellationToken ct) =>
                    TypedResults.Ok(
                        SurveyResultsDto.From(await db.Surveys.AsNoTracking().Where(row => row.ResultsPublishedAt != null).GetAsync(id, ct))
                    )
            )
            .AllowAnonymous()
            .WithName("get-published-survey-results")
            .WithSummary("The published results of a survey, for all");

        var survey = app.MapTenantApi("surveys/{id:guid}", SurveyEndpoints.Tag).RequirePermission(Permissions.SurveysManage);

        survey
            .MapGet(
                "results",
                async (Guid id, ParticipationDb db, CancellationToken ct) =>
                    TypedResults.Ok(SurveyResultsDto.From(await db.Surveys.AsNoTracking().GetAsync(id, ct)))
            )
            .WithName("get-survey-results")
            .WithSummary("The results of a closed survey, also before they are published");

        survey
            .MapGet("questions/{key}/texts", ListTextsAsync)
            .WithName("list-survey-texts")
            .WithSummary("What was answered in own words to a question, in no order of time; from five texts on");

        foreach (var format in Enum.GetValues<SpreadsheetFormat>())
        {
            var (name, type) = (
                format.ToString().ToLowerInvariant(),
                format == SpreadsheetFormat.Csv ? SpreadsheetTypes.Csv : SpreadsheetTypes.Xlsx
            );
            survey
                .MapGet(
                    $"results.{name}",
                    (Guid id, ParticipationDb db, TenantClock clock, CancellationToken ct) =>
                        ExportAsync(id, format, "Umfrage-Ergebnisse", row => Task.FromResult(SurveyTables.Results(row)), db, clock, ct)
                )
                .Produces<string>(200, type)
                .WithName($"export-survey-results-{name}")
                .WithSummary($"The results of a closed survey as a table ({name.ToUpperInvariant()})");

            survey
                .MapGet(
                    $"answers.{name}",
                    (Guid id, ParticipationDb db, TenantClock clock, CancellationToken ct) =>
                        ExportAsync(id, format, "Umfrage-Antworten", row => AnswersAsync(row, db, ct), db, clock, ct)
                )
                .Produces<string>(200, type)
                .WithName($"export-survey-answers-{name}")
                .WithSummary($"Single answers of a closed survey as a table ({name.ToUpperInvariant()}), in random order; from five on");
        }
    }

    static async Task<Page<SurveyWords>> ListTextsAsync(
        Guid id,
        string key,
        ParticipationDb db,
        [AsParameters] PageRequest page,
        HttpContext http
    )
    {
        var survey = await db.Surveys.AsNoTracking().GetAsync(id, http.RequestAborted);
        survey.RequireClosed();
        if (!survey.Document.Questions.Any(question => question.Key == key && question.Kind == QuestionKind.Text))
            throw new NotFoundProblem();
        var wanted = System.Text.Json.JsonSerializer.Serialize(new[] { new { question = key } });
        var answers = db
            .SurveyAnswers.FromSql($"select * from survey_answers where survey_id = {id} and answers @> {wanted}::jsonb")
            .AsNoTracking();
        if (await answers.Take(HiddenCounts.Least).CountAsync(http.RequestAborted) < HiddenCounts.Least)
            throw new TooFewSurveyAnswers();
        return await answers.ToPageAsync(page, http, row => new SurveyWords(row.Answers.First(one => one.Question == key).Text!));
    }

    static async Task<IReadOnlyList<Dictionary<string, object?>>> AnswersAsync(Survey survey, ParticipationDb db, CancellationToken ct)
    {
        var answers = await db
            .SurveyAnswers.AsNoTracking()
            .Where(row => row.SurveyId == survey.Id)
            .OrderBy(row => row.Id)
            .Select(row => row.Answers)
            .ToListAsync(ct);
        return answers.Count < HiddenCounts.Least ? throw new TooFewSurveyAnswers() : SurveyTables.Answers(survey, answers);
    }

    static async Task<FileContentHttpResult> ExportAsync(
        Guid id,
        SpreadsheetFormat format,
        string title,
        Func<Survey, Task<IReadOnlyList<Dictionary<string, object?>>>> rows,
        ParticipationDb db,
        TenantClock clock,
        CancellationToken ct
    )
    {
        var survey = await db.Surveys.AsNoTracking().GetAsync(id, ct);
        survey.RequireClosed();
        var file = await SpreadsheetWriter.WriteAsync(format, await rows(survey), "Umfrage", ct);
        var name = FileNames.Of(title, clock.Slug, null, await clock.TodayAsync(ct), format.ToString().ToLowerInvariant());
        return TypedResults.File(file, SpreadsheetTypes.Of(format), name);
    }
}
