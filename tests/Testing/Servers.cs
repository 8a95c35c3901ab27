using System.Reflection;
using System.Text.Json;
using Xunit;

namespace Integrationskonzept.Testing;

/// <summary>
/// PostgreSQL and RabbitMQ for one test assembly: those that <c>./test</c> started for all of them, each with a virtual host of its
/// own at the broker, or, started from an IDE, its own.
/// </summary>
public sealed class Servers : IAsyncLifetime
{
    static readonly string VirtualHost = Assembly.GetEntryAssembly()!.GetName().Name!;
    DirectoryInfo? state;
    OwnServers? own;
    IReadOnlyDictionary<string, string> connections = new Dictionary<string, string>();

    /// <summary>Connection of PostgreSQL's administrator.</summary>
    public string Postgres { get; private set; } = "";

    /// <summary>The broker's address, as its administrator, who may sign messages as anybody.</summary>
    public string RabbitMq { get; private set; } = "";

    /// <summary>The broker's address as a service's own user.</summary>
    public string RabbitMqAs(string service) => $"{connections[$"rabbitmq/{service}"]}/{VirtualHost}";

    public async ValueTask InitializeAsync()
    {
        connections = Environment.GetEnvironmentVariable("TEST_SERVERS") is { Length: > 0 } shared
            ? JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllTextAsync(shared))!
            : await StartAsync();
        Postgres = connections["postgres"];
        RabbitMq = $"{connections["rabbitmq"]}/{VirtualHost}";
    }

    public async ValueTask DisposeAsync()
    {
        if (own is not null)
            await own.DisposeAsync();
        state?.Delete(recursive: true);
    }

    async Task<IReadOnlyDictionary<string, string>> StartAsync()
    {
        state = Directory.CreateTempSubdirectory("integrationskonzept-test-");
        own = await OwnServers.StartAsync(state.FullName, virtualHosts: VirtualHost);
        return own.Connections;
    }
}
