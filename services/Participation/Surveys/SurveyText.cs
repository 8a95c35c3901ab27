using System.ComponentModel.DataAnnotations;

namespace Integrationskonzept.Participation.Surveys;

/// <summary>The same words in the languages of a survey; German always.</summary>
/// <param name="De">German, up to 2,000 characters (a title 200).</param>
/// <param name="En">English.</param>
/// <param name="Ar">Arabic.</param>
/// <param name="Uk">Ukrainian.</param>
/// <param name="Tr">Turkish.</param>
/// <param name="DeXLeicht">German in easy language (<c>de-x-leicht</c>).</param>
public sealed record SurveyText(
    [Required, MaxLength(SurveyLimits.Words)] string De,
    [MaxLength(SurveyLimits.Words)] string? En = null,
    [MaxLength(SurveyLimits.Words)] string? Ar = null,
    [MaxLength(SurveyLimits.Words)] string? Uk = null,
    [MaxLength(SurveyLimits.Words)] string? Tr = null,
    [MaxLength(SurveyLimits.Words)] string? DeXLeicht = null
)
{
    /// <summary>By BCP 47 tag, those that are said.</summary>
    internal IEnumerable<(string Language, string Words)> All() =>
        new (string Language, string? Words)[] { ("de", De), ("en", En), ("ar", Ar), ("uk", Uk), ("tr", Tr), ("de-x-leicht", DeXLeicht) }
            .Where(pair => !string.IsNullOrWhiteSpace(pair.Words))
            .Select(pair => (pair.Language, pair.Words!));

    internal bool IsLongerThan(int most) => All().Any(pair => pair.Words.Length > most);
}
