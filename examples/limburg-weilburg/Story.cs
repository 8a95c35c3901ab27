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
    StoryWorkshop Workshop,
    StorySurvey Survey,
    StoryVoices Voices,
    StoryAnswer Answer,
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

/// <param name="Title">Of the board.</param>
/// <param name="Cards">What people write on it.</param>
/// <param name="Group">What the first two have in common.</param>
/// <param name="Summary">Of the record.</param>
/// <param name="OpenQuestion">What nobody could say.</param>
/// <param name="Correction">What somebody who was there asks for.</param>
/// <param name="Corrected">What the record says then.</param>
/// <param name="Reply">What they are told.</param>
public sealed record StoryWorkshop(
    string Title,
    IReadOnlyList<StoryCard> Cards,
    string Group,
    string Summary,
    string OpenQuestion,
    string Correction,
    string Corrected,
    string Reply
);

public sealed record StoryCard(string Text, string Language = "de");

public sealed record StorySurvey(StoryText Title, StoryText Question, IReadOnlyList<StoryText> Options, StoryText Open);

public sealed record StoryText(string De, string En, string Ar);

/// <param name="Source">Where the paper lay.</param>
/// <param name="Paper">What was written on it.</param>
/// <param name="Invited">Who got the link.</param>
/// <param name="Link">What came by it.</param>
/// <param name="HeldWord">A word of the Landkreis' list.</param>
/// <param name="HeldComment">Has the word.</param>
public sealed record StoryVoices(
    string Source,
    IReadOnlyList<StoryVoice> Paper,
    string Invited,
    StoryVoice Link,
    string HeldWord,
    string HeldComment
);

/// <param name="Kind">What it is.</param>
/// <param name="Text">As it was written.</param>
/// <param name="Group">Who speaks.</param>
/// <param name="Language">In which language.</param>
/// <param name="InGerman">How staff translate it, where that is another.</param>
public sealed record StoryVoice(
    ContributionKind Kind,
    string Text,
    StakeholderGroup Group,
    string Language = "de",
    string? InGerman = null
);

/// <param name="Reason">Why what came on paper and by a link is put off.</param>
public sealed record StoryAnswer(string Reason);
