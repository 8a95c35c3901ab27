using Integrationskonzept.Walkthrough;
using Integrationskonzept.Walkthrough.Steps;
using Killed = Integrationskonzept.Walkthrough.Process;

namespace Integrationskonzept.EndToEnd.Tests;

[Collection(nameof(Alone))]
public sealed class When_drafting_is_killed(RunningPlatform running)
{
    const string Tenant = "bergstrasse";

    /// <summary>The broker is away, so that the adoption is committed but not delivered; then Drafting dies; then both come back.</summary>
    [Fact]
    public async Task Between_commit_and_delivery_of_the_adoption_there_is_exactly_one_edition_after_all()
    {
        await Tenants.RegisterAsync(running.Platform, Tenant, "06431", "Kreis Bergstraße", "#4a2a6b");
        var process = new Killed(running.Platform, Tenant, Story.Load());
        await Mandate.GrantAsync(process, Papers.OfLimburgWeilburg());
        await Planning.ConfirmAsync(process);
        await Participation.TakePartAsync(process, process.Story.TopicAreas.Count);
        await Drafting.WriteAsync(process);

        await Adoption.AdoptAsync(process, beforeTheCouncil: async () => await running.StopAsync("rabbitmq"));
        (await running.Platform.GetAsync(null, $"{process.Api}/editions"))["items"]!.AsArray().ShouldBeEmpty();
        await running.KillAsync("drafting");

        await running.StartAsync("rabbitmq");
        await running.StartAsync("drafting");
        await Publication.WaitAsync(process);
        var concept = await running.Platform.UntilAsync(
            process.Editor,
            $"{process.Api}/concepts",
            page => page["items"]![0]!["state"]!.GetValue<string>() == "published",
            "Drafting learns of the edition"
        );
        concept["items"]!.AsArray().Count.ShouldBe(1);
        (await running.Platform.GetAsync(null, $"{process.Api}/editions"))["items"]!.AsArray().Count.ShouldBe(1);
    }
}
