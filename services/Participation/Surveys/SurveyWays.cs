using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Surveys;

/// <summary>How somebody without an account came to a survey.</summary>
/// <param name="Survey">The survey.</param>
/// <param name="LinkHash">Of a personal link; null for the public one.</param>
/// <param name="Used">Somebody has answered by the personal link.</param>
sealed record SurveyWay(Survey Survey, byte[]? LinkHash, bool Used)
{
    public bool IsPersonal => LinkHash is not null;

    /// <param name="key">Of the browser, on the public way.</param>
    public string Who(string? key) => LinkHash is null ? $"key {key}" : $"link {Convert.ToHexStringLower(LinkHash)}";
}

static class SurveyWays
{
    public static async Task<SurveyWay> FindSurveyAsync(this ParticipationDb db, string token, CancellationToken ct)
    {
        var surveys = db.Surveys.AsNoTracking();
        if (await surveys.SingleOrDefaultAsync(row => row.Token == token, ct) is { } open)
            return new(open, null, false);
        var hash = SurveySecrets.HashOf(token);
        var link = await db.SurveyLinks.AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == hash, ct) ?? throw new SurveyLinkVoid();
        return new(await surveys.GetAsync(link.SurveyId, ct), hash, link.Used);
    }

    /// <summary>Which of the surveys somebody has answered; one query for a page.</summary>
    public static async Task<IReadOnlySet<Guid>> AnsweredAsync(
        this ParticipationDb db,
        IEnumerable<Survey> surveys,
        string who,
        CancellationToken ct
    )
    {
        var open = surveys.Where(survey => survey.Secret is not null).ToList();
        var (ids, pseudonyms) = (open.Select(survey => survey.Id).ToArray(), open.Select(survey => survey.Pseudonym(who)).ToArray());
        return open.Count == 0
            ? new HashSet<Guid>()
            : await db
                .SurveyTurns.Where(turn => ids.Contains(turn.SurveyId) && pseudonyms.Contains(turn.Pseudonym))
                .Select(turn => turn.SurveyId)
                .ToHashSetAsync(ct);
    }
}
