using System.Text.Json.Nodes;
using Integrationskonzept.Testing;
using Integrationskonzept.Walkthrough;
using Integrationskonzept.Walkthrough.Steps;
using Faulty = Integrationskonzept.Walkthrough.Process;

namespace Integrationskonzept.EndToEnd.Tests.Faults;

/// <summary>
/// While ten clients write: what they were told is stored is there afterwards, once, and meanwhile the door tells how the platform is.
/// </summary>
[Collection(nameof(Alone))]
public sealed class When_a_part_fails(RunningPlatform running)
{
    const string Tenant = "vogelsberg",
        DatabaseAway = "503 /problems/database-away later";
    static readonly TimeSpan Hanging = TimeSpan.FromSeconds(60);
    static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
    static int begun;

    [Theory]
    [InlineData("identity")]
    [InlineData("participation")]
    [InlineData("scheduling")]
    [InlineData("drafting")]
    [InlineData("publication")]
    public async Task A_service_that_is_killed_stops_nobody_else(string service)
    {
        await using var writers = await BeginAsync();
        await running.KillAsync(service);
        await HealthIsAsync("Unhealthy", part => (part.Status == "Unhealthy") == (part.Name == service));
        await writers.EachGoesOnAsync(butTo: service);
        await running.StartAsync(service);
        await EndAsync(writers);
    }

    [Fact]
    public async Task A_broker_that_is_killed_stops_nobody()
    {
        await using var writers = await BeginAsync();
        await running.CrashAsync("rabbitmq");
        await HealthIsAsync("Degraded", part => part.Status != "Unhealthy");
        await writers.EachGoesOnAsync();
        await running.StartAsync("rabbitmq");
        await EndAsync(writers);
        NobodyNoticed(writers);
    }

    [Fact]
    public async Task A_broker_that_hangs_for_a_minute_stops_nobody()
    {
        await using var writers = await BeginAsync();
        await running.HangAsync("rabbitmq");
        try
        {
            var minute = Task.Delay(Hanging);
            await HealthIsAsync("Degraded", part => part.Status != "Unhealthy");
            await minute;
            await writers.EachGoesOnAsync();
            await HealthIsAsync("Degraded", part => part.Status != "Unhealthy");
        }
        finally
        {
            await running.GoOnAsync("rabbitmq");
        }
        await EndAsync(writers);
        NobodyNoticed(writers);
    }

    [Fact]
    public async Task A_database_that_crashes_is_told_and_loses_nothing()
    {
        await using var writers = await BeginAsync();
        await running.CrashAsync("postgres");
        await HealthIsAsync("Unhealthy", part => part.Status == "Healthy" || part.Reason!.Contains("database", StringComparison.Ordinal));
        await Eventually.TrueAsync(() => Task.FromResult(writers.Refusals.Contains(DatabaseAway)), "who writes is told to try again later");
        await running.StartAsync("postgres");
        await EndAsync(writers);
        writers.Refusals.ShouldAllBe(refusal =>
            refusal.StartsWith("50", StringComparison.Ordinal) && !refusal.StartsWith("500", StringComparison.Ordinal)
        );
    }

    /// <summary>A Landkreis that has a plan, in which each of ten has written.</summary>
    async Task<Writers> BeginAsync()
    {
        await HealthIsAsync("Healthy", _ => true);
        var process = new Faulty(running.Platform, Tenant, Story.Load());
        await Tenants.RegisterAsync(running.Platform, Tenant, "06535", "Vogelsbergkreis", "#1d5c5c");
        await Mandate.GrantAsync(process, Papers.Beginning(Tenant, Today));
        await Planning.ConfirmAsync(process);
        var writers = await Writers.BeginAsync(running, process, Today.AddDays(1000 * ++begun));
        await writers.EachGoesOnAsync();
        return writers;
    }

    async Task EndAsync(Writers writers)
    {
        await HealthIsAsync("Healthy", _ => true);
        await writers.EachGoesOnAsync();
        await writers.CheckAsync();
    }

    /// <summary>But for a database that is late on a busy machine, and says so.</summary>
    static void NobodyNoticed(Writers writers) => writers.Refusals.Except([DatabaseAway]).ShouldBeEmpty();

    async Task HealthIsAsync(string status, Func<Part, bool> each)
    {
        using var http = new HttpClient { BaseAddress = running.Gateway };
        await Eventually.TrueAsync(
            async () =>
            {
                using var answer = await http.GetAsync("health");
                var said = await answer.Content.ReadAsStringAsync();
                var report = JsonNode.Parse(said)!;
                var parts = report["checks"]!
                    .AsArray()
                    .Select(part => new Part((string)part!["name"]!, (string)part["status"]!, (string?)part["reason"]));
                return (string?)report["status"] == status && parts.All(each)
                    ? true
                    : throw new InvalidOperationException($"Last it said {said}");
            },
            $"health is {status}"
        );
    }

    sealed record Part(string Name, string Status, string? Reason);
}
