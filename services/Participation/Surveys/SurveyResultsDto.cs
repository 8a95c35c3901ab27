namespace Integrationskonzept.Participation.Surveys;

/// <summary>
/// The results of a closed survey. A count under five is not shown, nor what it could be computed from: what is absent is hidden.
/// </summary>
/// <param name="Id">Id of the survey.</param>
/// <param name="Published">True if all see them.</param>
/// <param name="ClosedAt">When it was closed.</param>
/// <param name="Languages">BCP 47 tags of the languages that it was in; German is the first.</param>
/// <param name="Title">Title of the survey.</param>
/// <param name="Questions">Its questions, for their words.</param>
/// <param name="Counts">What was answered.</param>
public sealed record SurveyResultsDto(
    Guid Id,
    bool Published,
    DateTimeOffset ClosedAt,
    IReadOnlyList<string> Languages,
    SurveyText Title,
    IReadOnlyList<SurveyQuestion> Questions,
    SurveyCounts Counts
)
{
    internal static SurveyResultsDto From(Survey row)
    {
        row.RequireClosed();
        return new(
            row.Id,
            row.ResultsPublishedAt is not null,
            row.ClosedAt!.Value,
            row.Document.Languages,
            row.Document.Title,
            row.Document.Questions,
            row.Counts!
        );
    }
}

/// <summary>What somebody answered in own words.</summary>
/// <param name="Text">The words.</param>
public sealed record SurveyWords(string Text);
