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
            await LooksAsync(person);
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

    /// <summary>The page says what is missing, and still shows what is kept and how to erase it.</summary>
    async Task LooksAsync(PersonAtWork person)
    {
        await using var browser = await Browser.StartAsync();
        var page = await SignedInAsync(browser, person, $"{Tenant}/my-data", javaScript: true);
        var text = await page.InnerTextAsync("main");
        text.ShouldContain("Unterstützungen und Punkte");
        text.ShouldContain("scheduling");
        (await page.QuerySelectorAsync("a[href='/account/erasure']")).ShouldNotBeNull();
        (await Browser.BarriersAsync(page)).ShouldBeEmpty();
    }
}
