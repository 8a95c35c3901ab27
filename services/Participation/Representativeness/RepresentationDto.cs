using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Participation.Counting;
using Integrationskonzept.Participation.TopicAreas;

namespace Integrationskonzept.Participation.Representativeness;

/// <summary>What somebody says of themselves; each answer is added to a sum, and they are stored together nowhere.</summary>
/// <param name="Id">Random, made by whoever answers: the same sent again is no second answer.</param>
/// <param name="Answers">At most one for each question that is asked, and at least one in all: who says nothing sends nothing.</param>
public sealed record AnswerRepresentation(
    Guid Id,
    [Required, MinLength(1), MaxLength(StatisticsLimits.Questions)] IReadOnlyList<RepresentationAnswer> Answers
);

/// <summary>What those who have contributed to a topic area may say of themselves.</summary>
/// <param name="TopicAreaId">The topic area.</param>
/// <param name="TopicArea">Its title.</param>
/// <param name="MayAnswer">True if the topic area is open and the caller has contributed to it, by account or by this link.</param>
/// <param name="Answered">True if the caller has answered; by a link, as many as have contributed by it.</param>
/// <param name="Questions">What is asked; none where there are no statistics to compare with.</param>
public sealed record RepresentationForm(
    Guid TopicAreaId,
    string TopicArea,
    bool MayAnswer,
    bool Answered,
    IReadOnlyList<RepresentationAsked> Questions
)
{
    internal static RepresentationForm From(TopicArea area, DistrictStatistics? statistics, bool mayAnswer, bool answered) =>
        new(area.Id, area.Title, mayAnswer, answered, [.. (statistics?.Questions ?? []).Select(RepresentationAsked.From)]);
}

/// <summary>A question; it can be left out.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answers">One of these.</param>
public sealed record RepresentationAsked(RepresentationQuestion Question, IReadOnlyList<RepresentationOption> Answers)
{
    internal static RepresentationAsked From(StatisticsQuestion known) =>
        new(known.Question, [.. known.Question.Answers().Select(answer => new RepresentationOption(answer, known.Find(answer)?.Note))]);
}

/// <summary>An answer that can be given.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Note">What helps to answer, such as the municipalities of a size.</param>
public sealed record RepresentationOption(RepresentationAnswer Answer, string? Note);

/// <summary>
/// Who took part in a topic area, beside the Landkreis. Counts under five are hidden, and as many others as it takes that they can't be
/// computed; figures change in steps only.
/// </summary>
/// <param name="TopicAreaId">The topic area.</param>
/// <param name="TopicArea">Its title.</param>
/// <param name="ShownFrom">So many answers to a question it takes until its figures are shown.</param>
/// <param name="Step">And so many more each time until they change.</param>
/// <param name="Questions">The questions that the statistics know.</param>
/// <param name="Source">Who published the statistics, and under which title; absent where there are none.</param>
/// <param name="Url">Where.</param>
/// <param name="AsOf">The day that they are about.</param>
/// <param name="Licence">Under which licence.</param>
public sealed record RepresentationDto(
    Guid TopicAreaId,
    string TopicArea,
    int ShownFrom,
    int Step,
    IReadOnlyList<RepresentationCounts> Questions,
    string? Source = null,
    string? Url = null,
    DateOnly? AsOf = null,
    string? Licence = null
)
{
    internal static RepresentationDto From(TopicArea area, DistrictStatistics? known, Representation? row) =>
        new(
            area.Id,
            area.Title,
            Representation.First,
            Representation.Step,
            [.. (known?.Questions ?? []).Select(question => RepresentationCounts.From(question, row))],
            known?.Source,
            known?.Url,
            known?.AsOf,
            known?.Licence
        );
}

/// <summary>What was answered to a question, beside the Landkreis.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answers">Each answer.</param>
/// <param name="Answered">How many have answered it; absent if too few have.</param>
/// <param name="Population">Whom the statistics counted, where these are not all.</param>
public sealed record RepresentationCounts(
    RepresentationQuestion Question,
    IReadOnlyList<RepresentationShare> Answers,
    int? Answered = null,
    string? Population = null
)
{
    internal static RepresentationCounts From(StatisticsQuestion known, Representation? row)
    {
        var total = row?.ShownOf(known.Question) ?? 0;
        var counts = row?.ShownOfEach(known.Question) ?? [];
        var hidden = total == 0 ? [] : HiddenCounts.Hide(counts);
        return new(
            known.Question,
            [
                .. known
                    .Question.Answers()
                    .Select((answer, at) => RepresentationShare.From(known, answer, total == 0 || hidden[at] ? null : counts[at], total)),
            ],
            total == 0 ? null : total,
            known.Population
        );
    }
}

/// <summary>A part of those who answered, beside the same part of the Landkreis.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Count">How many gave it; absent if hidden, or while too few have answered.</param>
/// <param name="Percent">Of those who answered the question, 0 to 100; absent with the count.</param>
/// <param name="District">Of the Landkreis, in per cent, 0 to 100; absent where the statistics don't know it.</param>
/// <param name="Note">What the part is, such as the municipalities of a size.</param>
public sealed record RepresentationShare(
    RepresentationAnswer Answer,
    int? Count = null,
    int? Percent = null,
    [Range(0.0, 100.0)] decimal? District = null,
    string? Note = null
)
{
    internal static RepresentationShare From(StatisticsQuestion known, RepresentationAnswer answer, int? count, int total) =>
        new(
            answer,
            count,
            count is { } shown ? (int)Math.Round(100m * shown / total, MidpointRounding.AwayFromZero) : null,
            known.Find(answer)?.Share,
            known.Find(answer)?.Note
        );
}

static class KnownShares
{
    public static StatisticsShare? Find(this StatisticsQuestion known, RepresentationAnswer answer) =>
        known.Answers.FirstOrDefault(one => one.Answer == answer);
}
