using Integrationskonzept.Client.Models;
using Integrationskonzept.Walkthrough.Api;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Integrationskonzept.Walkthrough.Steps;

/// <summary>
/// With the census of 2022 the Landkreis compares who takes part; those who have contributed say what they like of themselves.
/// </summary>
static class Representation
{
    static readonly RepresentationAnswer?[][] Said =
    [
        [RepresentationAnswer.Age25To39, RepresentationAnswer.Female, RepresentationAnswer.CameThemselves],
        [RepresentationAnswer.Age40To59, RepresentationAnswer.NobodyCame, RepresentationAnswer.Place5000To9999],
        [RepresentationAnswer.Age60To74, RepresentationAnswer.Male],
    ];

    public static async Task CompareAsync(Process process)
    {
        var statistics = process.AsCoordinator.DistrictStatistics;
        var known = await statistics.GetAsync();
        if (known!.Version > 0)
            return;
        await using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "statistik.json"));
        var census = await KiotaJsonSerializer.DeserializeAsync<WriteDistrictStatistics>(file);
        await statistics.PutAsync(census!, Versions.SeenOrNew(known.Version));
    }

    /// <summary>Too few to be shown: figures begin with twenty answers.</summary>
    public static async Task AnswerAsync(Process process, Guid area)
    {
        foreach (var (index, group) in Participation.Groups.Index())
        {
            var api = Participation.As(process, group).TopicAreas[area].Representation;
            if (await api.Questions.GetAsync() is not { MayAnswer: true, Answered: not true, Questions.Count: > 0 })
                continue;
            await api.Answer.PutAsync(new() { Id = Guid.CreateVersion7(), Answers = [.. Said[index % Said.Length]] });
        }
    }
}
