namespace Integrationskonzept.EndToEnd.Tests.Rights;

[Collection(nameof(Alone))]
public sealed class When_a_service_is_down_while_a_person_is_forgotten(RunningPlatform running) : ErasureStory(running)
{
    [Fact]
    public async Task It_catches_up_and_operators_see_meanwhile_what_is_missing()
    {
        using var person = await PersonAtWork.InviteAsync(Running, Tenant, "participant");
        await RegisterAsync(person);
        string erasure;
        try
        {
            await Running.StopAsync("scheduling");
            erasure = await EraseAsync(person, look: false);
            var waiting = await Running.Platform.UntilAsync(
                Operator,
                "/api/v1/operations/identity/erasures?limit=200",
                list => Of(list, erasure)["receipts"]!.AsArray().Count == 4,
                "all others have given their receipts"
            );
            Of(waiting, erasure)["missing"]!.AsArray().Select(one => (string)one!).ShouldBe(["scheduling"]);
        }
        finally
        {
            await Running.StartAsync("scheduling");
        }
        await Running.Platform.UntilAsync(
            Operator,
            "/api/v1/operations/identity/erasures?limit=200",
            list => Of(list, erasure)["state"]!.GetValue<string>() == "done",
            "it has caught up"
        );
        (await Running.InDatabasesAsync(person)).ShouldBeEmpty();
    }
}
