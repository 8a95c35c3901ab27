using Microsoft.Playwright;

namespace Integrationskonzept.EndToEnd.Tests;

/// <summary>The dashboard in a real browser; <c>SCREENSHOTS=1 ./test EndToEnd</c> takes the pictures of docs/operations.</summary>
public sealed class When_operators_watch_the_dashboard(RunningPlatform running)
{
    [Fact]
    public async Task They_see_every_resource_its_commands_and_the_trace_of_a_decision()
    {
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(running.Dashboard, "en-GB", width: 1500);
        foreach (
            var name in (string[])
                [
                    "gateway",
                    "identity",
                    "drafting",
                    "scheduling",
                    "participation",
                    "publication",
                    "rendering",
                    "postgres",
                    "rabbitmq",
                    "walkthrough",
                ]
        )
            await page.GetByText(name, new() { Exact = true }).First.WaitForAsync();
        (await page.GetByText("drafting-migrations", new() { Exact = true }).CountAsync()).ShouldBe(0, "what is done is hidden");
        await ShowAsync(page, "resources");

        var sealing = (await running.Telemetry.SpansAsync()).First(span => span.Name == "seal edition");
        await page.GotoAsync(new Uri(running.Dashboard, $"/traces/detail/{sealing.Trace}").AbsoluteUri);
        await page.GetByText("seal edition").First.WaitForAsync();
        await ShowAsync(page, "trace");
        await page.GotoAsync(new Uri(running.Dashboard, "/structuredlogs").AbsoluteUri);
        await page.GetByText("Structured logs").First.WaitForAsync();
        await ShowAsync(page, "logs");
    }

    [Theory]
    [
        InlineData("publication", "redrive"),
        InlineData("scheduling", "redrive"),
        InlineData("publication", "housekeeping"),
        InlineData("scheduling", "mails")
    ]
    public async Task A_command_does_what_its_button_says(string resource, string command)
    {
        var result = await running.App.ResourceCommands.ExecuteCommandAsync(resource, command);
        result.Success.ShouldBeTrue(result.Message);
        result.Data.ShouldNotBeNull().Value.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_Landkreis_is_registered_from_what_the_form_asks_and_a_wrong_key_is_refused_in_words()
    {
        (await RegisterAsync("odenwaldkreis", "Odenwaldkreis", "6437"))
            .Message.ShouldNotBeNull()
            .ShouldContain("districtKey", Case.Insensitive);
        (await RegisterAsync("odenwaldkreis", "Odenwaldkreis", "06437")).Success.ShouldBeTrue();
        (await running.Platform.GetAsync(null, "/api/v1/tenants/odenwaldkreis"))["description"]!["name"]!
            .GetValue<string>()
            .ShouldBe("Odenwaldkreis");
    }

    [Fact]
    public async Task Data_are_not_dropped_without_consent()
    {
        var result = await ExecuteAsync("gateway", "reset-data", ("consent", "yes"));
        result.Success.ShouldBeFalse();
        (await running.Platform.GetAsync(null, "/api/v1/tenants")).AsArray().ShouldNotBeEmpty();
    }

    Task<ExecuteCommandResult> RegisterAsync(string slug, string name, string key) =>
        ExecuteAsync("identity", "register-tenant", ("slug", slug), ("name", name), ("ags", key));

    Task<ExecuteCommandResult> ExecuteAsync(string resource, string command, params (string Name, string Value)[] given) =>
        running.App.ResourceCommands.ExecuteCommandAsync(
            resource,
            command,
            new InteractionInputCollection([
                .. given.Select(input => new InteractionInput
                {
                    Name = input.Name,
                    Value = input.Value,
                    InputType = InputType.Text,
                }),
            ])
        );

    static async Task ShowAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") != "1")
            return;
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Integrationskonzept.sln")))
            root = root.Parent!;
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        // Where this clone lies is nobody's business.
        await page.EvaluateAsync(
            """
            folder => {
                const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
                while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data.replaceAll(folder, '…')
            }
            """,
            root.FullName
        );
        await page.ScreenshotAsync(new() { Path = Path.Combine(root.FullName, $"docs/operations/images/dashboard-{name}.png") });
    }
}
