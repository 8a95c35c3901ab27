using Integrationskonzept.Client.Models;
using Integrationskonzept.Walkthrough.Api;

namespace Integrationskonzept.Walkthrough.Steps;

/// <summary>Who has no account is heard, too: on paper and by a link. What came by the link, and what is reported, is looked at.</summary>
static class Voices
{
    /// <summary>Returns the ids of the contributions that all see now.</summary>
    public static async Task<List<Guid?>> HearAsync(Process process, Guid area)
    {
        var story = process.Story.Voices;
        var api = process.AsModerator.TopicAreas[area];
        var captured = (
            await api.Contributions.Captured.PostAsync(new() { Source = story.Source, Items = [.. story.Paper.Select(Sheet)] })
        )!;
        await TranslateAsync(process, area, captured.Ids!);
        var invitation = await process.AsCoordinator.TopicAreas[area].Invitations.PostAsync(new() { Label = story.Invited });
        var sent = await process
            .AsAnybody.InvitationLinks[invitation!.Token!]
            .Contributions.PostAsync(
                new()
                {
                    Kind = story.Link.Kind,
                    Text = story.Link.Text,
                    Group = story.Link.Group,
                    Language = story.Link.Language,
                }
            );
        await DecideAsync(process, sent!.Id, CaseDecision.Publish);
        await ReportAsync(process, area, captured.Ids![0]);
        process.Say($"{story.Paper.Count} contributions on paper, one by a link; one was reported and stays");
        return [.. captured.Ids, sent.Id];
    }

    /// <summary>What came in another language is read in German, too.</summary>
    static async Task TranslateAsync(Process process, Guid area, List<Guid?> ids)
    {
        foreach (var (sheet, id) in process.Story.Voices.Paper.Zip(ids))
            if (sheet.InGerman is { } words)
                await process
                    .AsModerator.TopicAreas[area]
                    .Contributions[id!.Value]
                    .Translations["de"]
                    .PutAsync(new() { Revision = 1, Text = words }, Versions.New);
    }

    static async Task ReportAsync(Process process, Guid area, Guid? contribution)
    {
        var rules = await process.AsCoordinator.Moderation.Rules.GetAsync();
        await process.AsCoordinator.Moderation.Rules.PutAsync(
            new() { Mode = ModerationMode.AfterPublication, Words = [process.Story.Voices.HeldWord] },
            Versions.SeenOrNew(rules!.Version)
        );
        await Participation
            .As(process, StakeholderGroup.Politics)
            .Moderation.Reports.PostAsync(new() { ContributionId = contribution, Kind = ReasonKind.OffTopic });
        await DecideAsync(process, contribution, CaseDecision.RejectReports);

        // A comment with a word of the list waits; nobody saw it before it is hidden for good.
        var comment = await Participation
            .As(process, StakeholderGroup.Institution)
            .TopicAreas[area]
            .Contributions[contribution!.Value]
            .Comments.PostAsync(new() { Text = process.Story.Voices.HeldComment });
        await DecideAsync(process, comment!.Id, CaseDecision.Hide, ReasonKind.Insult);
    }

    static async Task DecideAsync(Process process, Guid? item, CaseDecision decision, ReasonKind? reason = null)
    {
        var queue = process.AsModerator.Moderation;
        var page = await Platform.UntilAsync(
            () => queue.GetAsync(page => page.QueryParameters.Limit = 200),
            page => page.Items!.Exists(row => row.ItemId == item),
            "it is in the queue"
        );
        var id = page.Items!.First(row => row.ItemId == item).Id!.Value;
        var claimed = await queue[id].Claim.PostAsync(new());
        await queue[id].Decision.PostAsync(new() { Decision = decision, Reason = reason }, Versions.Seen(claimed!.Version));
    }

    static CaptureItem Sheet(StoryVoice sheet) =>
        new()
        {
            Kind = sheet.Kind,
            Text = sheet.Text,
            Group = sheet.Group,
            Language = sheet.Language,
        };
}
