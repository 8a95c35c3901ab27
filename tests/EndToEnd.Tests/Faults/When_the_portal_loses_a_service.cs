using Integrationskonzept.EndToEnd.Tests.Portal;
using Integrationskonzept.Testing;
using Microsoft.Playwright;

namespace Integrationskonzept.EndToEnd.Tests.Faults;

[Collection(nameof(Alone))]
public sealed class When_the_portal_loses_a_service(RunningPlatform running)
{
    const string Tenant = Walkthrough.Walkthrough.Live;

    [Fact]
    public async Task What_was_typed_is_kept_and_sent_when_it_is_back()
    {
        await using var browser = await Browser.StartAsync();
        var visit = await PortalVisit.BeginAsync(
            running,
            browser,
            $"coordinator@{Tenant}.example",
            javaScript: false,
            to: $"{Tenant}/meetings"
        );
        var day = Coming.Day(260);
        await visit.FillAsync("Tag", $"{day:yyyy-MM-dd}", "form:has([name='Form.On'])");
        await running.KillAsync("scheduling");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Eintragen" }).ClickAsync();
        var says = await visit.TextAsync();
        says.ShouldContain("noch da");
        says.ShouldNotContain("   at ");
        (await visit.GoAsync(Tenant))!.Ok.ShouldBeTrue("the start page tells what the others know");

        await visit.Page.GoBackAsync();
        await running.StartAsync("scheduling");
        await visit.PressAsync("Jetzt absenden", day.In("de"));
    }
}
