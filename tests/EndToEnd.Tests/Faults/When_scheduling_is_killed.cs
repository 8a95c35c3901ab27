using System.Net.Http.Json;
using Integrationskonzept.Testing;
using Integrationskonzept.Walkthrough;
using Integrationskonzept.Walkthrough.Steps;
using MimeKit;
using Killed = Integrationskonzept.Walkthrough.Process;

namespace Integrationskonzept.EndToEnd.Tests;

[Collection(nameof(Alone))]
public sealed class When_scheduling_is_killed(RunningPlatform running)
{
    const string Tenant = "giessen";
    const int People = 40;

    /// <summary>kill -9 while requests come in and mails go out.</summary>
    [Fact]
    public async Task Whoever_was_told_to_expect_a_mail_gets_exactly_one()
    {
        await Tenants.RegisterAsync(running.Platform, Tenant, "06531", "Landkreis Gießen", "#4a2a6b");
        var process = new Killed(running.Platform, Tenant, Story.Load());
        await Mandate.GrantAsync(process, Papers.Beginning(Tenant, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)));
        await Planning.ConfirmAsync(process);
        var held = (await process.ListAsync(process.Coordinator, "events"))[^1];
        var url = $"{process.Api}/events/{held["id"]}";
        await running.Platform.PutAsync(
            process.Coordinator,
            $"{url}/registration",
            new
            {
                opensAt = "2026-01-01T00:00:00+01:00",
                closesAt = held["start"]!.GetValue<string>(),
                capacity = 10,
            },
            version: 0
        );

        using var http = new HttpClient { BaseAddress = running.Gateway };
        var asked = Enumerable
            .Range(0, People)
            .Select(async number =>
            {
                var address = $"person-{number}@{Tenant}.example";
                try
                {
                    return (
                        (int)(await http.PostAsJsonAsync($"{url}/registrations/guests", new { address, group = "civilSociety" })).StatusCode
                            == 202,
                        address
                    );
                }
                catch (HttpRequestException)
                {
                    return (false, address);
                }
            })
            .ToList();
        await Task.WhenAny(asked);
        await running.KillAsync("scheduling");
        var told = (await Task.WhenAll(asked)).Where(answer => answer.Item1).Select(answer => answer.address).ToList();
        await running.StartAsync("scheduling");

        told.ShouldNotBeEmpty();
        await Eventually.TrueAsync(() => Task.FromResult(told.All(address => Mails(address) > 0)), "everybody has a mail");
        told.Where(address => Mails(address) > 1).ShouldBeEmpty("and nobody has two");
    }

    int Mails(string address) =>
        Directory
            .EnumerateFiles(Path.Combine(running.StateDirectory, "mails"), "*.eml", SearchOption.AllDirectories)
            .Count(file => MimeMessage.Load(file).To.Mailboxes.Any(to => to.Address == address));
}
