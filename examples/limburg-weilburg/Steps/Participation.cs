using Integrationskonzept.Client.Models;
using Integrationskonzept.Walkthrough.Api;
using Landkreis = Integrationskonzept.Client.Api.V1.Item.WithTenantItemRequestBuilder;

namespace Integrationskonzept.Walkthrough.Steps;

/// <summary>People contribute and give points; moderators hold the events, write the records and conclude the topic areas.</summary>
static class Participation
{
    public static readonly StakeholderGroup[] Groups = Enum.GetValues<StakeholderGroup>();

    public static async Task TakePartAsync(Process process, int topicAreas, bool conclude = true)
    {
        await InviteAsync(process);
        var organisations = await OrganisationsAsync(process);
        var areas = await Platform.UntilAsync<List<TopicAreaDto>>(
            async () => (await process.AsCoordinator.AllTopicAreasAsync()).FindAll(area => area.MandateId == process.Mandate),
            own => own.Count > 0 && own.TrueForAll(area => area.OpensAt is not null),
            "the plan reaches the topic areas"
        );

        var inOrder = areas.OrderBy(area => area.Order).ToList();
        await BeginAsync(process, inOrder[0], conclude);
        foreach (var (area, story) in inOrder.Zip(process.Story.TopicAreas).Take(topicAreas))
        {
            if (area.State == TopicAreaState.Concluded)
                continue;
            var id = area.Id!.Value;
            await process.AsCoordinator.TopicAreas[id].Open.PostAsync();
            var contributions = await ContributeAsync(process, id, story, organisations);
            await Representation.AnswerAsync(process, id);
            var others = area == inOrder[0] ? await HearOthersAsync(process, area, conclude) : [];
            await PrioritiseAsync(process, id, story, contributions);
            await AnswerAsync(process, id, others);
            if (conclude)
                await Conclusion.ConcludeAsync(process, id, story, contributions);
            process.Say(
                $"{area.Title}: {contributions.Count + others.Count} "
                    + $"contributions{(conclude ? $", {story.Measures.Count} measures, concluded" : "")}"
            );
        }
    }

    /// <summary>The first topic area has all that a topic area can have; its workshop comes before all else.</summary>
    static async Task BeginAsync(Process process, TopicAreaDto first, bool conclude)
    {
        if (first.State != TopicAreaState.Concluded)
        {
            await process.AsCoordinator.TopicAreas[first.Id!.Value].Open.PostAsync();
            await Workshop.HoldAsync(process, first);
        }
        if (conclude)
            await HoldEventsAsync(process);
    }

    static async Task<List<Guid?>> HearOthersAsync(Process process, TopicAreaDto area, bool conclude)
    {
        await Survey.AskAsync(process, area, close: conclude);
        return await Voices.HearAsync(process, area.Id!.Value);
    }

    /// <summary>What no result of the topic area takes up is answered all the same.</summary>
    static async Task AnswerAsync(Process process, Guid area, List<Guid?> contributions)
    {
        if (contributions.Count == 0)
            return;
        var answers = process.AsCoordinator.TopicAreas[area].Answers;
        await answers.Prepared.PutAsync(
            new()
            {
                ContributionIds = contributions,
                Answer = ContributionAnswer.Deferred,
                Reason = process.Story.Answer.Reason,
            }
        );
        var published = await answers.Publish.PostAsync();
        process.Say($"{published!.Published} answers published");
    }

    public static Landkreis As(Process process, StakeholderGroup group) => process.As(Name(group));

    static string Name(StakeholderGroup group) => group.ToString().ToLowerInvariant();

    /// <summary>One participant for each of the five groups.</summary>
    static async Task InviteAsync(Process process)
    {
        var tokens = process.Platform.Tokens;
        foreach (var person in Groups.Select(group => process.Client(Name(group))).Where(person => !tokens.Knows(person)))
        {
            var client = await process.Platform.Operator.Api.V1.Clients.PostAsync(
                new()
                {
                    ClientId = person,
                    Memberships = [new() { Tenant = process.Tenant, Role = "participant" }],
                    RedirectUris = [],
                }
            );
            tokens.Know(person, client!.ClientSecret!);
        }
    }

    static async Task<Dictionary<string, Guid?>> OrganisationsAsync(Process process)
    {
        var api = process.AsCoordinator;
        var known = (await api.AllOrganisationsAsync()).ToDictionary(row => row.Name!, row => row.Id);
        foreach (var organisation in process.Story.Organisations.Where(organisation => !known.ContainsKey(organisation.Name)))
            known[organisation.Name] = (
                await api.Organisations.PostAsync(new() { Name = organisation.Name, Group = organisation.Group })
            )!.Id;
        return known;
    }

    static async Task HoldEventsAsync(Process process)
    {
        var attendance = process.Story.Attendance.ToDictionary(group => group.Key, object (group) => group.Value);
        foreach (var row in await process.AsModerator.AllEventsAsync())
            if (row.State is EventState.Planned or EventState.Confirmed)
                await process
                    .AsModerator.Events[row.Id!.Value]
                    .Held.PostAsync(new() { Attendance = new() { AdditionalData = attendance } });
    }

    /// <summary>Moderators write down what an organisation's delegates say; people contribute themselves.</summary>
    static async Task<List<Guid?>> ContributeAsync(
        Process process,
        Guid area,
        StoryTopicArea story,
        Dictionary<string, Guid?> organisations
    )
    {
        var ids = new List<Guid?>();
        foreach (var contribution in story.Contributions)
        {
            var who = contribution.Group is { } group ? As(process, group) : process.AsModerator;
            var submitted = await who.TopicAreas[area]
                .Contributions.PostAsync(
                    new()
                    {
                        Kind = contribution.Kind,
                        Text = contribution.Text,
                        Group = contribution.Group,
                        OrganisationId = contribution.Organisation is { } name ? organisations[name] : null,
                    }
                );
            ids.Add(submitted!.Id);
        }
        return ids;
    }

    /// <summary>The story's points per contribution, spread over the five people.</summary>
    static async Task PrioritiseAsync(Process process, Guid area, StoryTopicArea story, List<Guid?> contributions)
    {
        foreach (var (index, group) in Groups.Index())
        {
            var points = story
                .Contributions.Zip(contributions)
                .Select(row => new PointsFor { ContributionId = row.Second, Points = Share(row.First.Points, index) })
                .Where(row => row.Points > 0);
            await As(process, group).TopicAreas[area].Points.PutAsync(new() { Points = [.. points] });
        }

        static int Share(int points, int index) => (points / Groups.Length) + (index < points % Groups.Length ? 1 : 0);
    }
}
