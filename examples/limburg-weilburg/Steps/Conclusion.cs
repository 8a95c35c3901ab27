using Integrationskonzept.Client.Models;
using Integrationskonzept.Walkthrough.Api;

namespace Integrationskonzept.Walkthrough.Steps;

/// <summary>
/// A moderator writes the record of a topic area, with the contributions that each result came of, adds what its workshops recorded, and
/// concludes it.
/// </summary>
static class Conclusion
{
    public static async Task ConcludeAsync(Process process, Guid topicArea, StoryTopicArea story, List<Guid?> contributions)
    {
        var area = process.AsModerator.TopicAreas[topicArea];
        var before = await area.Record.GetAsync();
        var written = new WriteRecord
        {
            Situation = story.Situation,
            Needs = [.. story.Needs.Select(Finding)],
            Goals = [.. story.Goals.Select(Finding)],
            Measures = [.. story.Measures.Select(Measure)],
        };
        var record = await area.Record.PutAsync(written, Versions.Seen(before!.Version));
        var collected = await area.Record.Collect.PostAsync(Versions.Seen(record!.Version));
        await area.Conclude.PostAsync(Versions.Seen(collected!.Version));

        List<Guid?> From(IEnumerable<int> positions) => [.. positions.Select(position => contributions[position])];

        WriteFinding Finding(StoryFinding finding) => new() { Text = finding.Text, ContributionIds = From(finding.From) };

        WriteMeasure Measure(StoryMeasure measure) =>
            new()
            {
                Title = measure.Title,
                Description = measure.Description,
                ContributionIds = From(measure.From),
                TargetGroup = measure.TargetGroup,
                Owner = measure.Owner,
                Partners = measure.Partners,
                Period = measure.Period,
                Cost = measure.Cost,
                Indicator = measure.Indicator,
            };
    }
}
