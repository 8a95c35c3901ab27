using Integrationskonzept.Walkthrough.Api;
using Integrationskonzept.Walkthrough.Steps;
using Microsoft.Kiota.Abstractions;

namespace Integrationskonzept.Walkthrough;

/// <summary>The story: limburg-weilburg goes the whole way, lahn-dill stops in the middle, main-taunus has not begun.</summary>
public sealed class Walkthrough(WalkthroughOptions options, Action<string> say)
{
    public const string Whole = "limburg-weilburg",
        Live = "lahn-dill",
        Silent = "main-taunus";

    public async Task PlayAsync()
    {
        using var platform = new Platform(options, say);
        try
        {
            await PlayAsync(platform);
        }
        catch (ApiException refused)
        {
            throw new WalkthroughException(refused.Tell(), refused);
        }
    }

    async Task PlayAsync(Platform platform)
    {
        await Tenants.RegisterAsync(platform);
        if (options.TenantsOnly)
            return;

        var story = Story.Load();
        var whole = new Process(platform, Whole, story);
        if (await Publication.IsPublishedAsync(whole))
        {
            say($"{Whole} has its edition already; nothing to play.");
            return;
        }

        await Mandate.GrantAsync(whole, Papers.OfLimburgWeilburg());
        await Planning.ConfirmAsync(whole);
        await Kickoff.HoldAsync(whole);
        await Representation.CompareAsync(whole);
        await Participation.TakePartAsync(whole, story.TopicAreas.Count);
        await Drafting.WriteAsync(whole);
        await Adoption.AdoptAsync(whole);
        await Publication.WaitAsync(whole);

        var live = new Process(platform, Live, story);
        await Members.InviteAsync(live);
        await Mandate.GrantAsync(live, Papers.Beginning(Live, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)));
        await Planning.ConfirmAsync(live);
        await Participation.TakePartAsync(live, topicAreas: 1, conclude: false);
        await Registration.OpenAsync(live);
        say($"{Live} is in the middle of it: topic areas are open.");
    }
}
