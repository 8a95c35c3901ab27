namespace Integrationskonzept.Participation.Surveys;

/// <summary>An answer beside its survey: what was said to which question, and who was asked it.</summary>
sealed class GivenAnswers(SurveyDocument document, IEnumerable<QuestionAnswer> answers)
{
    readonly Dictionary<string, QuestionAnswer> said = answers
        .Where(answer => !answer.IsEmpty)
        .GroupBy(answer => answer.Question)
        .ToDictionary(group => group.Key, group => group.First().Trimmed());

    public QuestionAnswer? To(SurveyQuestion question) => said.GetValueOrDefault(question.Key);

    /// <summary>Who was not asked a question was not asked what depends on it either.</summary>
    public bool IsAsked(SurveyQuestion question)
    {
        if (question.ShownIf is not { } condition)
            return true;
        var earlier = document.Questions.First(one => one.Key == condition.Question);
        return IsAsked(earlier) && To(earlier) is { Options: { } chosen } && chosen.Intersect(condition.Options).Any();
    }

    /// <summary>In the order of the survey.</summary>
    public List<QuestionAnswer> ToList() => [.. document.Questions.Select(To).OfType<QuestionAnswer>()];
}
