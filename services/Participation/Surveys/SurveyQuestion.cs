using System.ComponentModel.DataAnnotations;
using Integrationskonzept.ServiceDefaults.Validation;

namespace Integrationskonzept.Participation.Surveys;

/// <summary>How a question is answered.</summary>
public enum QuestionKind
{
    /// <summary>One of the options.</summary>
    ChooseOne,

    /// <summary>Any of the options.</summary>
    ChooseMany,

    /// <summary>A whole number of the scale.</summary>
    Scale,

    /// <summary>All options, the most important first.</summary>
    Rank,

    /// <summary>In own words.</summary>
    Text,

    /// <summary>For each row one of the options.</summary>
    Matrix,
}

/// <summary>A question of a survey.</summary>
/// <param name="Key">Names it within the survey: 1 to 40 letters, digits, - or _.</param>
/// <param name="Kind">How it is answered.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Help">What helps to answer it.</param>
/// <param name="Required">True if nobody who is asked can leave it out.</param>
/// <param name="Options">What can be chosen or ranked, 2 to 20; the columns of a matrix.</param>
/// <param name="Rows">The rows of a matrix, 1 to 20.</param>
/// <param name="Scale">The numbers of a scale.</param>
/// <param name="Most">Of a choice of many: how many at most, from 2. Of a text: how many characters at most, 1 to 2,000.</param>
/// <param name="ShownIf">Only who answered so is asked; all are if it is absent.</param>
public sealed record SurveyQuestion(
    [Required, Written(SurveyLimits.KeyPattern, SurveyLimits.KeyInGerman, SurveyLimits.KeyInEnglish)] string Key,
    QuestionKind Kind,
    [Required] SurveyText Text,
    SurveyText? Help = null,
    bool Required = false,
    [MaxLength(SurveyLimits.Options)] IReadOnlyList<SurveyOption>? Options = null,
    [MaxLength(SurveyLimits.Options)] IReadOnlyList<SurveyOption>? Rows = null,
    SurveyScale? Scale = null,
    [Range(1, SurveyLimits.Text)] int? Most = null,
    ShownIf? ShownIf = null
)
{
    internal IReadOnlyList<SurveyOption> AllOptions => Options ?? [];
    internal IReadOnlyList<SurveyOption> AllRows => Rows ?? [];

    /// <summary>A question on whose answer others can depend.</summary>
    internal bool IsChoice => Kind is QuestionKind.ChooseOne or QuestionKind.ChooseMany;

    internal bool HasOption(string key) => AllOptions.Any(option => option.Key == key);

    /// <summary>All its words, with the place of each in the document.</summary>
    internal IEnumerable<(string Path, SurveyText Text)> Texts()
    {
        yield return ("text", Text);
        if (Help is not null)
            yield return ("help", Help);
        for (var at = 0; at < AllOptions.Count; at++)
            yield return ($"options[{at}].text", AllOptions[at].Text);
        for (var at = 0; at < AllRows.Count; at++)
            yield return ($"rows[{at}].text", AllRows[at].Text);
        if (Scale?.Low is { } low)
            yield return ("scale.low", low);
        if (Scale?.High is { } high)
            yield return ("scale.high", high);
    }
}

/// <summary>An option, or a row of a matrix.</summary>
/// <param name="Key">Names it within the question: 1 to 40 letters, digits, - or _.</param>
/// <param name="Text">What it says.</param>
public sealed record SurveyOption(
    [Required, Written(SurveyLimits.KeyPattern, SurveyLimits.KeyInGerman, SurveyLimits.KeyInEnglish)] string Key,
    [Required] SurveyText Text
);

/// <summary>The numbers of a scale.</summary>
/// <param name="From">The lowest, 0 or 1.</param>
/// <param name="To">The highest, 2 to 10.</param>
/// <param name="Low">What the lowest means.</param>
/// <param name="High">What the highest means.</param>
public sealed record SurveyScale([Range(0, 1)] int From, [Range(2, 10)] int To, SurveyText? Low = null, SurveyText? High = null);

/// <summary>Who is asked.</summary>
/// <param name="Question">Key of an earlier question with a choice.</param>
/// <param name="Options">Keys of its options; who chose one of them is asked.</param>
public sealed record ShownIf(
    [Required, MaxLength(SurveyLimits.Key)] string Question,
    [Required, MinLength(1), MaxLength(SurveyLimits.Options)] IReadOnlyList<string> Options
);
