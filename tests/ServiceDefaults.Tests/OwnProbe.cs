using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Integrationskonzept.Probe;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.Testing;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Integrationskonzept.ServiceDefaults.Tests;

/// <summary>A probe with a database and queues of its own.</summary>
public sealed class OwnProbe(ProbeService origin, string name, string broker, string admin) : IAsyncDisposable
{
    WebApplicationFactory<Probe.Program>? host;

    public string Name => name;

    /// <summary>Administrator's connection, past row-level security.</summary>
    public string AdminConnection { get; } = new NpgsqlConnectionStringBuilder(admin) { Database = name }.ConnectionString;

    internal Dictionary<string, string> Settings =>
        new()
        {
            ["Messaging:FirstPause"] = "00:00:00.05",
            ["Probe:Name"] = name,
            ["ConnectionStrings:rabbitmq"] = broker,
            [$"ConnectionStrings:{name}-admin"] = AdminConnection,
            [$"ConnectionStrings:{name}-migrator"] = Connect("migrator"),
            [$"ConnectionStrings:{name}"] = Connect("app"),
        };

    /// <summary>The migration step, as before each start.</summary>
    internal Task MigrateAsync() =>
        new DatabaseMigrator(name, new ConfigurationBuilder().AddInMemoryCollection(Settings!).Build(), NullLogger.Instance).MigrateAsync(
            ServiceHost.Open<ProbeDb>,
            CancellationToken.None
        );

    internal async Task StartAsync(params (string, string)[] further)
    {
        host = origin.Beside([.. Settings.Select(setting => (setting.Key, setting.Value)), .. further]);
        _ = host.Server;
        // The host is up before its queues are; what is published until then it would never see.
        await Eventually.TrueAsync(async () => (await HealthOfAsync("masstransit-bus")).Status == "Healthy", $"{name} listens");
    }

    /// <summary>A Landkreis of its own, which this probe knows.</summary>
    public async Task<string> NewTenantAsync()
    {
        var tenant = await origin.NewTenantAsync();
        using var member = As(tenant, Roles.Coordinator);
        await Eventually.TrueAsync(
            async () => (await member.GetAsync($"/api/v1/{tenant}/notes")).IsSuccessStatusCode,
            $"{name} knows {tenant}"
        );
        return tenant;
    }

    public HttpClient As(string tenant, params string[] roles) => Client(origin.Issuer.Token(roles.Select(role => $"{tenant}:{role}")));

    public HttpClient AsOperator() => Client(origin.Issuer.Token([], isOperator: true));

    /// <summary>One part of the health report.</summary>
    public async Task<(string Status, string? Reason)> HealthOfAsync(string part)
    {
        using var client = host!.CreateClient();
        var check = (await client.GetAsync("/health").ReadAsync())["checks"]!
            .AsArray()
            .Single(check => check!["name"]!.GetValue<string>() == part)!;
        return (check["status"]!.GetValue<string>(), check["reason"]?.GetValue<string>());
    }

    /// <summary>The health report as a whole, with how long it took.</summary>
    public async Task<(int Status, string Said, TimeSpan Took)> ReportAsync(string path = "/health")
    {
        using var client = host!.CreateClient();
        var began = TimeProvider.System.GetTimestamp();
        using var answer = await client.GetAsync(path);
        var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["status"]!.GetValue<string>();
        return ((int)answer.StatusCode, said, TimeProvider.System.GetElapsedTime(began));
    }

    /// <summary>What operators see of this probe's messages.</summary>
    public async Task<JsonNode> MessagesAsync()
    {
        using var client = AsOperator();
        return await client.GetAsync($"/api/v1/operations/{name}/messages").ReadAsync();
    }

    public async Task<JsonNode> RedriveAsync(string? queue = null)
    {
        using var client = AsOperator();
        return await client.SendAsync(HttpMethod.Post, $"/api/v1/operations/{name}/messages/redrive", new { queue }).ReadAsync();
    }

    /// <summary>As if the time of these rows had come.</summary>
    public Task IsDueAsync(string table, string rows = "true") =>
        Database.SetTimesAsync(AdminConnection, table, rows, ("due_at", TimeSpan.Zero));

    public Task<object?> SqlAsync(string sql) => Database.ExecuteAsync(AdminConnection, sql);

    /// <summary>How often the message of a note had its effect.</summary>
    public async Task<long> EchoesAsync(Guid note) => (long)(await SqlAsync($"select count(*) from echoes where note_id = '{note}'"))!;

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
            await host.DisposeAsync();
    }

    HttpClient Client(string token)
    {
        var client = host!.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    string Connect(string role) =>
        new NpgsqlConnectionStringBuilder(AdminConnection)
        {
            Username = $"{name}_{role}",
            Password = "test",
            MaxPoolSize = 20,
        }.ConnectionString;
}
