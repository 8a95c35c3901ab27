using System.ComponentModel.DataAnnotations;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Participation.Representativeness;

static class StatisticsLimits
{
    public const int Source = 300;
    public const int Url = 500;
    public const int Licence = 200;
    public const int Words = 500;
    public const int Answers = 10;
    public const int Questions = 10;
}

/// <summary>The published statistics of a Landkreis, with where they come from. Questions that are not in it are not asked.</summary>
/// <param name="Source">Who published them, and under which title; up to 300 characters.</param>
/// <param name="Url">Where, as a whole address (http or https), up to 500 characters.</param>
/// <param name="AsOf">The day that they are about; not in the future.</param>
/// <param name="Licence">Under which licence they are published, up to 200 characters.</param>
/// <param name="Questions">Each question once; none: nothing is asked.</param>
public sealed record WriteDistrictStatistics(
    [Required, MaxLength(StatisticsLimits.Source)] string Source,
    [Required, MaxLength(StatisticsLimits.Url)] string Url,
    DateOnly AsOf,
    [Required, MaxLength(StatisticsLimits.Licence)] string Licence,
    [Required, MaxLength(StatisticsLimits.Questions)] IReadOnlyList<WriteStatisticsQuestion> Questions
);

/// <summary>A question that the statistics know.</summary>
/// <param name="Question">Key of the question: <c>age</c>, <c>gender</c>, <c>migration</c> or <c>placeSize</c>.</param>
/// <param name="Answers">Each answer of the question once, those that the statistics know; their shares add up to 100 (99 to 101, as they
/// are rounded).</param>
/// <param name="Population">Whom the statistics counted, where these are not all, in German; up to 500 characters.</param>
public sealed record WriteStatisticsQuestion(
    [Required] string Question,
    [Required, MaxLength(StatisticsLimits.Answers)] IReadOnlyList<WriteStatisticsShare> Answers,
    [MaxLength(StatisticsLimits.Words)] string? Population = null
);

/// <summary>How large a part of the Landkreis is.</summary>
/// <param name="Answer">Key of the answer, one of the question's (<see cref="RepresentationAnswer"/>).</param>
/// <param name="Share">In per cent, 0 to 100.</param>
/// <param name="Note">What helps to answer, such as the municipalities of a size; up to 500 characters.</param>
public sealed record WriteStatisticsShare(
    [Required] string Answer,
    [Range(0.0, 100.0)] decimal Share,
    [MaxLength(StatisticsLimits.Words)] string? Note = null
);

/// <summary>The published statistics of a Landkreis.</summary>
/// <param name="Version">Version; 0 if there are none yet.</param>
/// <param name="Questions">What they know, and is asked therefore.</param>
/// <param name="Source">Who published them, and under which title.</param>
/// <param name="Url">Where.</param>
/// <param name="AsOf">The day that they are about.</param>
/// <param name="Licence">Under which licence.</param>
public sealed record DistrictStatisticsDto(
    int Version,
    IReadOnlyList<StatisticsQuestion> Questions,
    string? Source = null,
    string? Url = null,
    DateOnly? AsOf = null,
    string? Licence = null
) : IVersioned
{
    internal static DistrictStatisticsDto From(DistrictStatistics? row) =>
        row is null ? new(0, []) : new(row.Version, row.Questions, row.Source, row.Url, row.AsOf, row.Licence);
}
