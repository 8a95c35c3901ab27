using Integrationskonzept.Participation.Boards;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Integrationskonzept.Participation.Surveys;

/// <summary>
/// People answer. By PUT, and with the answer's id in its body: an idempotency key would be kept beside the account, and an address with
/// the id would be written into logs.
/// </summary>
static class SurveyAnswerEndpoints
{
    public static void MapSurveyAnswers(this IEndpointRouteBuilder app)
    {
        app.MapTenantApi("surveys/{id:guid}", SurveyEndpoints.Tag)
            .MapPut(
                "answer",
                (Guid id, AnswerSurvey answer, SurveyAnswering answering, CancellationToken ct) => answering.ByAccountAsync(id, answer, ct)
            )
            .RequirePermission(Permissions.ContributionsSubmit)
            .WithName("answer-survey")
            .WithSummary("Answers a survey, once and without a way back to the caller; the same sent again is no second answer");

        var link = app.MapTenantApi("survey-links/{token}", "Survey links").AllowAnonymous();

        link.MapGet("", GetAsync).WithName("get-survey-by-link").WithSummary("The survey, by its public link or by a personal one");

        link.MapPut(
                "answer",
                (string token, AnswerSurvey answer, SurveyAnswering answering, HttpContext http, CancellationToken ct) =>
                    answering.ByLinkAsync(token, http, answer, ct)
            )
            .WithName("answer-survey-by-link")
            .WithSummary("Answers a survey: by a personal link once, by the public link once for each key of a browser");
    }

    static async Task<Ok<SurveyForm>> GetAsync(string token, ParticipationDb db, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        var way = await db.FindSurveyAsync(token, ct);
        var survey = way.Survey;
        var isAnswered = way.IsPersonal
            ? way.Used
            : http.Request.Headers.ContainsKey(Participant.Header)
                && (await db.AnsweredAsync([survey], way.Who(Participant.KeyOf(http)), ct)).Count > 0;
        return TypedResults.Ok(
            new SurveyForm(
                survey.Id,
                way.IsPersonal,
                isAnswered,
                survey.TakesAnswers(time.GetUtcNow()),
                survey.OpensAt!.Value,
                survey.ClosesAt!.Value,
                survey.Document.Languages,
                survey.Document.Title,
                survey.Document.Introduction,
                survey.Document.Questions
            )
        );
    }
}
