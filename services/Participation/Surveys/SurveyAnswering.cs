using Integrationskonzept.Participation.Boards;
using Integrationskonzept.Participation.FieldErrors;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Surveys;

/// <summary>People answer, each once: by their account, by a personal link, or by the public link and the key of their browser.</summary>
sealed class SurveyAnswering(ParticipationDb db, TenantClock clock, Caller caller, Screen screen)
{
    public Task<NoContent> ByAccountAsync(Guid id, AnswerSurvey answer, CancellationToken ct) =>
        db.InTransactionAsync(
            async () =>
            {
                var survey = await HoldAsync(id, ct);
                await RequireMayAsync(answer, ct);
                if (!await TryStoreAsync(survey, SurveySecrets.Account(caller.Id), answer, ct))
                    throw new SurveyAnsweredAlready();
                return TypedResults.NoContent();
            },
            ct
        );

    public Task<NoContent> ByLinkAsync(string token, HttpContext http, AnswerSurvey answer, CancellationToken ct) =>
        db.InTransactionAsync(
            async () =>
            {
                var way = await db.FindSurveyAsync(token, ct);
                var survey = await HoldAsync(way.Survey.Id, ct);
                if (way.LinkHash is { } hash)
                {
                    if (!await TryStoreAsync(survey, way.Who(null), answer, ct))
                        throw new SurveyLinkUsed();
                    await db
                        .SurveyLinks.Where(link => link.TokenHash == hash)
                        .ExecuteUpdateAsync(link => link.SetProperty(row => row.Used, true), ct);
                }
                else if (!await TryStoreAsync(survey, way.Who(Participant.KeyOf(http)), answer, ct))
                    throw new SurveyAnsweredAlready();
                return TypedResults.NoContent();
            },
            ct
        );

    /// <summary>Nobody closes it until the transaction ends: what is counted is all.</summary>
    async Task<Survey> HoldAsync(Guid id, CancellationToken ct)
    {
        var survey = await db.Surveys.FromSql($"select * from surveys where id = {id} for share").AsNoTracking().GetAsync(id, ct);
        if (survey.State == SurveyState.Draft)
            throw new NotFoundProblem();
        survey.RequireTakesAnswers(clock.GetUtcNow());
        return survey;
    }

    /// <summary>Who writes in own words contributes; who only chooses may unless they are blocked.</summary>
    async Task RequireMayAsync(AnswerSurvey answer, CancellationToken ct)
    {
        if (answer.Answers.All(one => string.IsNullOrWhiteSpace(one.Text)))
            await screen.RequireNotBlockedAsync(ct);
        else
            await screen.RequireMayContributeAsync(
                db.Contributions.Where(row => row.Author == caller.Id).Select(row => row.SubmittedAt),
                ct
            );
    }

    /// <summary>False if this one has answered before, and other than by sending the same again.</summary>
    async Task<bool> TryStoreAsync(Survey survey, string who, AnswerSurvey answer, CancellationToken ct)
    {
        var (id, pseudonym) = (survey.AnswerId(answer.Id), survey.Pseudonym(who));
        // Of two at once the second waits here for the first.
        var isFirst =
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into survey_turns (tenant, survey_id, pseudonym) values ({clock.Slug}, {survey.Id}, {pseudonym})
                on conflict do nothing
                """,
                ct
            ) == 1;
        var isKnown = await db.SurveyAnswers.AnyAsync(row => row.SurveyId == survey.Id && row.Id == id, ct);
        if (!isFirst)
            return isKnown;
        if (isKnown)
            throw new SurveyAnswerIdTaken();
        var given = AnswerRules.Check(survey.Document, answer.Answers);
        await RequireDecentAsync(given, ct);
        if (await db.SurveyAnswers.CountAsync(row => row.SurveyId == survey.Id, ct) >= SurveyLimits.Answers)
            throw new SurveyIsFull();
        db.SurveyAnswers.Add(
            new()
            {
                SurveyId = survey.Id,
                Id = id,
                Day = await clock.TodayAsync(ct),
                Answers = given.ToList(),
            }
        );
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>
    /// Texts are read by the staff alone, but an answer that is nobody's can't wait until somebody has looked at it: words of the list are
    /// refused at once.
    /// </summary>
    async Task RequireDecentAsync(GivenAnswers given, CancellationToken ct)
    {
        var texts = given.ToList().Where(answer => answer.Text is not null).ToList();
        if (
            texts.Count == 0
            || await screen.LookAtAsync(null, string.Join('\n', texts.Select(one => one.Text)), ct) is not { Words.Count: > 0 }
        )
            return;
        var wrong = new WrongFields();
        foreach (var text in texts)
            if (await screen.LookAtAsync(null, text.Text!, ct) is { Words: { Count: > 0 } words })
                wrong.Add(
                    text.Question,
                    new(
                        $"Das steht auf der Wortliste der Moderation: {string.Join(", ", words)}. Sagen Sie es anders.",
                        $"This is on the moderation's list of words: {string.Join(", ", words)}. Say it in another way."
                    )
                );
        wrong.ThrowIfAny();
    }
}
