using System.ComponentModel.DataAnnotations;

namespace Integrationskonzept.Participation.Surveys;

/// <summary>An answer to a survey; questions that were left out, or not shown, are not in it.</summary>
/// <param name="Id">Random, made by whoever answers: sending it again is no second answer. It is not kept.</param>
/// <param name="Answers">One for each question that is answered.</param>
public sealed record AnswerSurvey(Guid Id, [Required, MaxLength(SurveyLimits.Questions)] IReadOnlyList<QuestionAnswer> Answers);

/// <summary>What somebody answered to a question.</summary>
/// <param name="Question">Key of the question.</param>
/// <param name="Options">Of a choice: keys of the options that were chosen.</param>
/// <param name="Value">Of a scale: the number.</param>
/// <param name="Ranking">Of ranks: keys of all options, the most important first.</param>
/// <param name="Text">Of a text: the words, up to 2,000 characters.</param>
/// <param name="Cells">Of a matrix: what was chosen in each row.</param>
public sealed record QuestionAnswer(
    [Required, MaxLength(SurveyLimits.Key)] string Question,
    [MaxLength(SurveyLimits.Options)] IReadOnlyList<string>? Options = null,
    int? Value = null,
    [MaxLength(SurveyLimits.Options)] IReadOnlyList<string>? Ranking = null,
    [MaxLength(SurveyLimits.Text)] string? Text = null,
    [MaxLength(SurveyLimits.Options)] IReadOnlyList<MatrixCell>? Cells = null
)
{
    /// <summary>Nothing was said: as if it were not there.</summary>
    internal bool IsEmpty =>
        Options is null or { Count: 0 }
        && Value is null
        && Ranking is null or { Count: 0 }
        && string.IsNullOrWhiteSpace(Text)
        && Cells is null or { Count: 0 };

    internal QuestionAnswer Trimmed() => this with { Text = string.IsNullOrWhiteSpace(Text) ? null : Text.Trim() };
}

/// <summary>What was chosen in a row of a matrix.</summary>
/// <param name="Row">Key of the row.</param>
/// <param name="Option">Key of the option.</param>
public sealed record MatrixCell([Required, MaxLength(SurveyLimits.Key)] string Row, [Required, MaxLength(SurveyLimits.Key)] string Option);
