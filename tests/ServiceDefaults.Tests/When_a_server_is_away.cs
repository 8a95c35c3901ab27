using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.Testing;
using Npgsql;

namespace Integrationskonzept.ServiceDefaults.Tests;

[Collection(nameof(Alone))]
public sealed class When_a_server_is_away(ProbeService probe)
{
    // Two seconds for the checks; the rest for a busy machine. It was twenty.
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(8);

    [Fact]
    public async Task A_broker_that_is_away_degrades_and_operators_are_told_what_is_known()
    {
        await using var proxy = new ServerProxy(probe.Settings["ConnectionStrings:rabbitmq"]!);
        await using var own = await probe.OwnAsync("brokerless", proxy.Address);
        var tenant = await own.NewTenantAsync();
        await probe.Bus.PublishAsync(Notes.Message(tenant), tenantHeader: "somebody-else");
        await Eventually.TrueAsync(
            async () => (await own.MessagesAsync())["errors"]?["brokerless-echo-notes"]?.GetValue<int>() == 1,
            "given up"
        );

        proxy.TakeAway();
        await Eventually.TrueAsync(async () => (await own.HealthOfAsync("masstransit-bus")).Status == "Degraded", "the bus says so");
        var (status, said, took) = await own.ReportAsync();
        (status, said).ShouldBe((200, "Degraded"));
        took.ShouldBeLessThan(Soon);
        (await own.ReportAsync("/ready")).Status.ShouldBe(200);
        await ToldWhatIsKnownAsync(own, "brokerless-echo-notes");
    }

    [Fact]
    public async Task A_broker_that_hangs_is_told_in_time()
    {
        await using var proxy = new ServerProxy(probe.Settings["ConnectionStrings:rabbitmq"]!);
        await using var own = await probe.OwnAsync("hanging", proxy.Address);
        (await own.ReportAsync()).ShouldSatisfyAllConditions(
            report => report.Status.ShouldBe(200),
            report => report.Said.ShouldBe("Healthy")
        );
        proxy.Hang();
        for (var time = 0; time < 2; time++)
        {
            var (status, said, took) = await own.ReportAsync();
            (status, said).ShouldBe((200, "Degraded"));
            took.ShouldBeLessThan(Soon);
        }
        await ToldWhatIsKnownAsync(own, null);
    }

    [Fact]
    public async Task A_database_that_is_away_is_a_problem_of_its_own()
    {
        var database = new NpgsqlConnectionStringBuilder(probe.AdminConnection);
        await using var proxy = new ServerProxy($"tcp://{database.Host}:{database.Port}");
        var through = new NpgsqlConnectionStringBuilder(probe.AppConnection)
        {
            Host = "127.0.0.1",
            Port = new Uri(proxy.Address).Port,
            Database = "baseless",
            Username = "baseless_app",
            Password = "test",
            Timeout = 3,
        };
        await using var own = await probe.OwnAsync("baseless", settings: [("ConnectionStrings:baseless", through.ConnectionString)]);
        var tenant = await own.NewTenantAsync();
        using var client = own.As(tenant, Roles.Coordinator);
        await client.AddNoteAsync(tenant, "kept");

        proxy.TakeAway();
        using (var answer = await client.GetAsync($"/api/v1/{tenant}/notes"))
        {
            answer.Headers.RetryAfter.ShouldNotBeNull();
            await Task.FromResult(answer).ProblemAsync(503, "database-away");
        }
        await client
            .SendAsync(HttpMethod.Post, $"/api/v1/{tenant}/notes", new { text = "not kept" }, idempotencyKey: "again")
            .ProblemAsync(503, "database-away");
        (await own.ReportAsync()).ShouldSatisfyAllConditions(
            report => report.Status.ShouldBe(503),
            report => report.Took.ShouldBeLessThan(Soon)
        );
        (await own.ReportAsync("/ready")).Status.ShouldBe(503);

        proxy.BringBack();
        await Eventually.TrueAsync(async () => (await client.GetAsync($"/api/v1/{tenant}/notes")).IsSuccessStatusCode, "it goes on");
    }

    static async Task ToldWhatIsKnownAsync(OwnProbe own, string? queue)
    {
        var known = await own.MessagesAsync();
        known["brokerAnswers"]!.GetValue<bool>().ShouldBeFalse();
        if (queue is not null)
            known["errors"]![queue]!.GetValue<int>().ShouldBe(1, "as counted last");
        using var client = own.AsOperator();
        using var answer = await client.SendAsync(HttpMethod.Post, $"/api/v1/operations/{own.Name}/messages/redrive", new { });
        answer.Headers.RetryAfter.ShouldNotBeNull();
        await Task.FromResult(answer).ProblemAsync(503, "broker-away");
    }
}
