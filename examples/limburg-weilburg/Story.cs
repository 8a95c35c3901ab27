using System.Text.Json;
using System.Text.Json.Serialization;
using Integrationskonzept.Client.Models;

namespace Integrationskonzept.Walkthrough;

/// <summary>What people say and write in the example; read from story.json.</summary>
public sealed record Story(
    IReadOnlyList<StoryOrganisation> Organisations,
    Dictionary<string, int> Attendance,
    IReadOnlyList<string> Venues,
    IReadOnlyList<StoryTopicArea> TopicAreas,
    Dictionary<string, string> Sections,
    StoryAdoption Adoption
)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Story Load() =>
        JsonSerializer.Deserialize<Story>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "story.json")), Json)!;
}

public sealed record StoryOrganisation(string Name, StakeholderGroup Group);

public sealed record StoryTopicArea(
    IReadOnlyList<StoryContribution> Contributions,
    string Situation,
    IReadOnlyList<StoryFinding> Needs,
    IReadOnlyList<StoryFinding> Goals,
    IReadOnlyList<StoryMeasure> Measures
);

public sealed record StoryContribution(
    ContributionKind Kind,
    string Text,
    int Points,
    string? Organisation = null,
    StakeholderGroup? Group = null
);

/// <param name="Text">The finding.</param>
/// <param name="From">Which contributions it came of, by position.</param>
public sealed record StoryFinding(string Text, IReadOnlyList<int> From);

public sealed record StoryMeasure(
    string Title,
    string Description,
    string Owner,
    string Partners,
    string TargetGroup,
    string Period,
    string Cost,
    string Indicator,
    IReadOnlyList<int> From
);

public sealed record StoryAdoption(string Reference, string Office, DateOnly Date, DateOnly Committee, DateOnly Council);
