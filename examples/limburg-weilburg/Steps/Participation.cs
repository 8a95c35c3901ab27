using System.Text.Json.Nodes;

namespace Integrationskonzept.Walkthrough.Steps;

/// <summary>People contribute and give points; moderators hold the events, write the records and conclude the topic areas.</summary>
static class Participation
{
    public static readonly string[] Groups = ["politics", "administration", "civilSociety", "institution", "migrantOrganisation"];

    public static async Task TakePartAsync(Process process, int topicAreas, bool conclude = true)
    {
        await InviteAsync(process);
        var organisations = await OrganisationsAsync(process);
        await process.Platform.UntilAsync(
            process.Coordinator,
            $"{process.Api}/topic-areas",
            page => Own(page["items"]!.AsArray()).ToList() is { Count: > 0 } own && own.All(area => area["opensAt"] is not null),
            "the plan reaches the topic areas"
        );
        var areas = Own(await process.ListAsync(process.Coordinator, "topic-areas"))
            .OrderBy(area => area["order"]!.GetValue<int>())
            .ToList();

        if (conclude)
            await HoldEventsAsync(process);
        foreach (var (area, story) in areas.Zip(process.Story.TopicAreas).Take(topicAreas))
        {
            if (area.Text("state") == "concluded")
                continue;
            var url = $"{process.Api}/topic-areas/{area.Text("id")}";
            await process.Platform.PostAsync(process.Coordinator, $"{url}/open", null);
            var contributions = await ContributeAsync(process, url, story, organisations);
            await PrioritiseAsync(process, url, story, contributions);
            if (conclude)
                await ConcludeAsync(process, url, story, contributions);
            process.Say(
                $"{area.Text("title")}: {contributions.Count} "
                    + $"contributions{(conclude ? $", {story.Measures.Count} measures, concluded" : "")}"
            );
        }

        IEnumerable<JsonNode> Own(IEnumerable<JsonNode?> all) => all.Where(area => area!.Text("mandateId") == process.Mandate)!;
    }

    public static string Person(Process process, string group) => $"{process.Tenant}.{group.ToLowerInvariant()}";

    /// <summary>One participant for each of the five groups.</summary>
    static async Task InviteAsync(Process process)
    {
        foreach (var person in Groups.Select(group => Person(process, group)).Where(person => !process.Platform.Knows(person)))
        {
            var client = await process.Platform.PostAsync(
                "platform.operator",
                "/api/v1/clients",
                new
                {
                    clientId = person,
                    memberships = new[] { new { tenant = process.Tenant, role = "participant" } },
                    redirectUris = Array.Empty<string>(),
                }
            );
            process.Platform.Know(person, client.Text("clientSecret"));
        }
    }

    static async Task<Dictionary<string, string>> OrganisationsAsync(Process process)
    {
        var known = (await process.ListAsync(process.Coordinator, "organisations")).ToDictionary(
            row => row.Text("name"),
            row => row.Text("id")
        );
        foreach (var organisation in process.Story.Organisations.Where(organisation => !known.ContainsKey(organisation.Name)))
            known[organisation.Name] = (
                await process.Platform.PostAsync(
                    process.Coordinator,
                    $"{process.Api}/organisations",
                    new { name = organisation.Name, group = organisation.Group }
                )
            ).Text("id");
        return known;
    }

    static async Task HoldEventsAsync(Process process)
    {
        foreach (
            var row in (await process.ListAsync(process.Moderator, "events")).Where(row => row.Text("state") is "planned" or "confirmed")
        )
            await process.Platform.PostAsync(
                process.Moderator,
                $"{process.Api}/events/{row.Text("id")}/held",
                new { attendance = process.Story.Attendance },
                row.Version()
            );
    }

    static async Task<List<string>> ContributeAsync(
        Process process,
        string url,
        StoryTopicArea story,
        Dictionary<string, string> organisations
    )
    {
        var ids = new List<string>();
        foreach (var contribution in story.Contributions)
        {
            // Moderators write down what an organisation's delegates say; people contribute themselves.
            var (who, body) = contribution.Organisation is { } name
                ? (
                    process.Moderator,
                    (object)
                        new
                        {
                            kind = contribution.Kind,
                            text = contribution.Text,
                            organisationId = organisations[name],
                        }
                )
                : (
                    Person(process, contribution.Group!),
                    new
                    {
                        kind = contribution.Kind,
                        text = contribution.Text,
                        group = contribution.Group,
                    }
                );
            ids.Add((await process.Platform.PostAsync(who, $"{url}/contributions", body)).Text("id"));
        }
        return ids;
    }

    /// <summary>The story's points per contribution, spread over the five people.</summary>
    static async Task PrioritiseAsync(Process process, string url, StoryTopicArea story, List<string> contributions)
    {
        foreach (var (group, index) in Groups.Select((group, index) => (group, index)))
        {
            var points = story
                .Contributions.Select(
                    (contribution, position) =>
                        new
                        {
                            contributionId = contributions[position],
                            points = (contribution.Points / Groups.Length) + (index < contribution.Points % Groups.Length ? 1 : 0),
                        }
                )
                .Where(row => row.points > 0);
            await process.Platform.PutAsync(Person(process, group), $"{url}/points", new { points });
        }
    }

    static async Task ConcludeAsync(Process process, string url, StoryTopicArea story, List<string> contributions)
    {
        JsonArray From(IEnumerable<int> positions) => [.. positions.Select(position => (JsonNode)contributions[position])];
        var record = await process.Platform.GetAsync(process.Moderator, $"{url}/record");
        record = await process.Platform.PutAsync(
            process.Moderator,
            $"{url}/record",
            new
            {
                situation = story.Situation,
                needs = story.Needs.Select(finding => new { text = finding.Text, contributionIds = From(finding.From) }),
                goals = story.Goals.Select(finding => new { text = finding.Text, contributionIds = From(finding.From) }),
                measures = story.Measures.Select(measure => new
                {
                    title = measure.Title,
                    description = measure.Description,
                    contributionIds = From(measure.From),
                    targetGroup = measure.TargetGroup,
                    owner = measure.Owner,
                    partners = measure.Partners,
                    period = measure.Period,
                    cost = measure.Cost,
                    indicator = measure.Indicator,
                }),
            },
            record.Version()
        );
        await process.Platform.PostAsync(process.Moderator, $"{url}/conclude", null, record.Version());
    }
}
