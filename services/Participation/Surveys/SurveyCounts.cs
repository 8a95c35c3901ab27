namespace Integrationskonzept.Participation.Surveys;

/// <summary>What was answered, counted; counts that must not be seen are not in it.</summary>
/// <param name="Answers">How many have answered; absent if fewer than five.</param>
/// <param name="Questions">In the order of the survey; none if fewer than five have answered.</param>
public sealed record SurveyCounts(int? Answers, IReadOnlyList<QuestionCounts> Questions);

/// <summary>What was answered to a question.</summary>
/// <param name="Question">Key of the question.</param>
/// <param name="Withheld">True if too few were asked, or what is known of the question that it depends on would tell of few; then there is
/// nothing else.</param>
/// <param name="Asked">How many were asked.</param>
/// <param name="Answered">How many answered; absent if hidden.</param>
/// <param name="Options">Of choices and scales: each option, or each number. Of ranks: each option with its mean rank.</param>
/// <param name="Average">Of a scale, to one decimal; absent if fewer than five answered, or if it would tell of hidden counts.</param>
/// <param name="Rows">Of a matrix.</param>
public sealed record QuestionCounts(
    string Question,
    bool Withheld = false,
    int? Asked = null,
    int? Answered = null,
    IReadOnlyList<OptionCount>? Options = null,
    decimal? Average = null,
    IReadOnlyList<RowCounts>? Rows = null
);

/// <summary>How often an option was chosen.</summary>
/// <param name="Option">Key of the option; of a scale the number.</param>
/// <param name="Count">How many; absent if hidden: it is under five, or one that is would be computed from it.</param>
/// <param name="Percent">Of those who were asked, 0 to 100; absent if hidden.</param>
/// <param name="MeanRank">Of ranks: the mean place, from 1, to one decimal.</param>
/// <param name="MeanPoints">Of ranks: the mean points, to one decimal: the last place has 1, each better one more.</param>
public sealed record OptionCount(
    string Option,
    int? Count = null,
    int? Percent = null,
    decimal? MeanRank = null,
    decimal? MeanPoints = null
);

/// <summary>What was chosen in a row of a matrix.</summary>
/// <param name="Row">Key of the row.</param>
/// <param name="Answered">How many chose; absent if hidden.</param>
/// <param name="Options">Each option.</param>
public sealed record RowCounts(string Row, int? Answered, IReadOnlyList<OptionCount> Options);
