using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Goals;
using Integrationskonzept.Drafting.Measures;
using Integrationskonzept.Drafting.Sections;
using Integrationskonzept.Drafting.Translations;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Drafting.Readiness;

/// <summary>Looks through a concept for what is missing.</summary>
sealed class ReadinessLook(Concept concept, string link)
{
    public IEnumerable<ReadinessItem> Chapters(IEnumerable<ChapterState> chapters)
    {
        foreach (var chapter in chapters)
            if (chapter is { TopicAreaKey: { } area, IsConcluded: false })
                yield return new(
                    ReadinessKind.TopicAreaNotConcluded,
                    ReadinessSubject.TopicArea,
                    area,
                    Words($"Themenfeld noch nicht abgeschlossen: {chapter.Title}", $"Topic area not concluded yet: {chapter.Title}"),
                    $"{link}/sections/{chapter.Key}"
                );
            else if (chapter.IsEmpty && !Skeleton.IsFilled(chapter.Key))
                yield return new(
                    ReadinessKind.ChapterWithoutText,
                    ReadinessSubject.Section,
                    chapter.Key,
                    Words($"Kapitel ohne Text: {chapter.Title}", $"Chapter without text: {chapter.Title}"),
                    $"{link}/sections/{chapter.Key}"
                );
    }

    public IEnumerable<ReadinessItem> Goals(IEnumerable<Goal> goals, IReadOnlyList<Measure> measures)
    {
        var served = measures.Select(row => row.GoalId).OfType<Guid>().ToHashSet();
        return goals
            .Where(goal => !served.Contains(goal.Id))
            .Select(goal => new ReadinessItem(
                ReadinessKind.GoalWithoutMeasures,
                ReadinessSubject.Goal,
                goal.Id.ToString(),
                Words($"Ziel ohne Maßnahme: {goal.Number} {goal.Title}", $"Goal without a measure: {goal.Number} {goal.Title}"),
                $"{link}/goals/{goal.Id}"
            ));
    }

    public IEnumerable<ReadinessItem> Measures(IEnumerable<Measure> measures) =>
        measures.SelectMany(measure => MeasureGaps.Of(measure.Proposal, measure.Plan).Select(gap => Of(measure, gap)));

    ReadinessItem Of(Measure measure, MeasureGap gap)
    {
        var (kind, missing) = gap switch
        {
            MeasureGap.Owner => (ReadinessKind.MeasureWithoutOwner, new Text("zuständige Stelle", "who is responsible")),
            MeasureGap.Period => (ReadinessKind.MeasureWithoutPeriod, new("Beginn oder Ende", "beginning or end")),
            MeasureGap.Cost => (ReadinessKind.MeasureWithoutCost, new("Betrag der Kosten", "amount of the cost")),
            MeasureGap.Indicator => (ReadinessKind.MeasureWithoutIndicator, new("Indikator", "indicator")),
            _ => (ReadinessKind.MeasureWithoutTarget, new("Zielwert des Indikators", "target of the indicator")),
        };
        var name = $"{measure.Number} {measure.Proposal.Title}";
        return new(
            kind,
            ReadinessSubject.Measure,
            measure.Id.ToString(),
            Words($"Maßnahme {name}: {missing.De} fehlt", $"Measure {name}: {missing.En} is missing"),
            $"{link}/measures/{measure.Id}"
        );
    }

    public IEnumerable<ReadinessItem> Contributions(
        IEnumerable<SourcePlace> sources,
        IEnumerable<Goal> goals,
        IEnumerable<Measure> measures
    )
    {
        var used = measures
            .SelectMany(row => row.Proposal.ContributionIds)
            .Concat(goals.SelectMany(row => row.ContributionIds))
            .ToHashSet();
        return sources
            .Where(source => !used.Contains(source.ContributionId))
            .GroupBy(source => source.TopicAreaKey)
            .OrderBy(area => concept.TopicAreas.FindIndex(one => one.Key == area.Key))
            .Select(area => new ReadinessItem(
                ReadinessKind.ContributionsWithoutOutcome,
                ReadinessSubject.TopicArea,
                area.Key,
                Words(
                    $"Beiträge, aus denen kein Ziel und keine Maßnahme wurde: {area.Count()} in {TitleOf(area.Key)}",
                    $"Contributions that led to no goal and no measure: {area.Count()} in {TitleOf(area.Key)}"
                ),
                $"{link}/sections/{area.Key}",
                area.Count()
            ));
    }

    public IEnumerable<ReadinessItem> Translations(TranslationOverview overview)
    {
        foreach (var (language, _, _, _, stale, missing, _) in overview.Wanted.Select(overview.ProgressIn))
        {
            if (missing > 0)
                yield return Of(
                    language,
                    ReadinessKind.TranslationMissing,
                    missing,
                    Words($"Nicht übersetzt in {language}: {missing}", $"Not translated into {language}: {missing}")
                );
            if (stale > 0)
                yield return Of(
                    language,
                    ReadinessKind.TranslationStale,
                    stale,
                    Words($"Übersetzung veraltet in {language}: {stale}", $"Translation out of date in {language}: {stale}")
                );
        }
    }

    ReadinessItem Of(string language, ReadinessKind kind, int count, string words) =>
        new(kind, ReadinessSubject.Language, language, words, $"{link}/translations/{language}", count);

    string TitleOf(string area) => concept.TopicAreas.Find(one => one.Key == area)?.Title ?? area;

    static string Words(string german, string english) => new Text(german, english).ToString();
}

/// <param name="Key">Key of the chapter.</param>
/// <param name="Title">Its heading.</param>
/// <param name="TopicAreaKey">Its topic area, if it is one's.</param>
/// <param name="IsEmpty">It has no text, nor sections whose texts are its.</param>
/// <param name="IsConcluded">The results of its topic area are in.</param>
sealed record ChapterState(string Key, string Title, string? TopicAreaKey, bool IsEmpty, bool IsConcluded);

/// <param name="ContributionId">A contribution.</param>
/// <param name="TopicAreaKey">Where it was made.</param>
sealed record SourcePlace(Guid ContributionId, string TopicAreaKey);
