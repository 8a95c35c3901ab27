using Integrationskonzept.Participation.Surveys;
using Integrationskonzept.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Participation.Erasure;

/// <summary>
/// That somebody has answered an open survey. What they answered leads to nobody, so it can be neither told nor forgotten.
/// </summary>
[InChargeOf("survey_turns")]
sealed class SurveyData(ParticipationDb db, IOptions<SurveyOptions> options) : IPersonalData
{
    public DataClass Class { get; } =
        new(
            "surveys",
            new("Umfragen", "Surveys"),
            new(
                "Dass Sie geantwortet haben, solange die Umfrage läuft; Ihre Antwort selbst ohne Konto und ohne Uhrzeit",
                "That you have answered, while the survey is open; your answer itself without account and hour"
            ),
            new("Jede Person antwortet einmal.", "Each person answers once."),
            LegalBasis.PublicTask,
            new(
                "nachdem die Umfrage geschlossen wurde; dass Sie geantwortet haben, wird beim Schließen vergessen",
                "after the survey was closed; that you have answered is forgotten when it closes"
            ),
            options.Value.KeepAnswers,
            new(
                "Dass Sie geantwortet haben, wird gelöscht. Die Antwort bleibt: niemand weiß, welche Ihre ist.",
                "That you have answered is deleted. The answer stays: nobody knows which is yours."
            )
        );

    public async IAsyncEnumerable<object> FindAsync(
        Person person,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        var open = await OpenAsync(ct);
        var answered = await db.AnsweredAsync(open, SurveySecrets.Account(person.Subject), ct);
        foreach (var survey in open.Where(row => answered.Contains(row.Id)))
            yield return new { SurveyId = survey.Id, Survey = survey.Document.Title.De };
    }

    public async Task EraseAsync(Person person, ErasedRows rows, CancellationToken ct)
    {
        foreach (var survey in await OpenAsync(ct))
        {
            var pseudonym = survey.Pseudonym(SurveySecrets.Account(person.Subject));
            rows.Add(
                "survey_turns",
                await db.SurveyTurns.Where(row => row.SurveyId == survey.Id && row.Pseudonym == pseudonym).ExecuteDeleteAsync(ct)
            );
        }
    }

    Task<List<Survey>> OpenAsync(CancellationToken ct) =>
        db.Surveys.AsNoTracking().Where(row => row.State == SurveyState.Open).OrderBy(row => row.Id).ToListAsync(ct);
}
