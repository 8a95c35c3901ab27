using System.Text;
using Integrationskonzept.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RabbitMQ.Client;

namespace Integrationskonzept.EndToEnd.Tests.Rights;

/// <summary>Looks for a person wherever the platform keeps anything: every table of every database, every queue.</summary>
static class WhatIsLeft
{
    /// <summary>Databases and tables that name the person.</summary>
    public static Task<List<string>> InDatabasesAsync(this RunningPlatform running, PersonAtWork person) =>
        running.InDatabasesAsync(person.Names);

    /// <summary>Databases and tables that hold one of the words.</summary>
    public static async Task<List<string>> InDatabasesAsync(this RunningPlatform running, IEnumerable<string> words)
    {
        var server = await running.ConnectionAsync("postgres");
        var found = new List<string>();
        foreach (var database in await DatabasesAsync(server))
            found.AddRange(
                (await Traces.FindAsync(new NpgsqlConnectionStringBuilder(server) { Database = database }.ConnectionString, words)).Select(
                    table => $"{database}: {table}"
                )
            );
        return found;
    }

    /// <summary>Queues with a message that holds one of the words; messages stay where they are.</summary>
    public static async Task<List<string>> InQueuesAsync(this RunningPlatform running, IEnumerable<string> words)
    {
        var factory = new ConnectionFactory { Uri = new(await running.ConnectionAsync("rabbitmq")) };
        await using var connection = await factory.CreateConnectionAsync();
        var found = new List<string>();
        var looked = 0;
        foreach (var service in new[] { "identity", "drafting", "scheduling", "participation", "publication" })
        {
            var state = await running.Platform.GetAsync("platform.operator", $"/api/v1/operations/{service}/messages");
            foreach (var (queue, _) in state["errors"]!.AsObject())
            foreach (var name in new[] { queue, $"{queue}_error", $"{queue}_skipped" })
                if (await NamesAsync(connection, name, words) is { } names)
                {
                    looked++;
                    if (names)
                        found.Add(name);
                }
        }
        looked.ShouldBeGreaterThan(10, "there are queues to look into");
        return found;
    }

    /// <summary>A search that finds nothing proves something only if it finds what is there.</summary>
    public static async Task SeesInQueuesAsync(this RunningPlatform running, PersonAtWork person)
    {
        const string Queue = "looked-for";
        var factory = new ConnectionFactory { Uri = new(await running.ConnectionAsync("rabbitmq")) };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync(Queue, durable: false, exclusive: false, autoDelete: false);
        await channel.BasicPublishAsync("", Queue, Encoding.UTF8.GetBytes($$"""{"person":"{{person.Id}}"}"""));
        await Eventually.TrueAsync(
            async () => await NamesAsync(connection, Queue, person.Names) is true,
            "what names them is found in a queue"
        );
        await channel.QueueDeleteAsync(Queue);
    }

    /// <summary>Null where there is no such queue.</summary>
    static async Task<bool?> NamesAsync(IConnection connection, string queue, IEnumerable<string> words)
    {
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            await channel.QueueDeclarePassiveAsync(queue);
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
        {
            return null;
        }
        // Not acknowledged: closing the channel puts all back.
        while (await channel.BasicGetAsync(queue, autoAck: false) is { } message)
            if (Encoding.UTF8.GetString(message.Body.Span) is var body && words.Any(body.Contains))
                return true;
        return false;
    }

    static async Task<List<string>> DatabasesAsync(string server)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand("select datname from pg_database where not datistemplate and datname <> 'postgres'");
        await using var rows = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await rows.ReadAsync())
            names.Add(rows.GetString(0));
        names.Count.ShouldBeGreaterThanOrEqualTo(6);
        return names;
    }

    static async Task<string> ConnectionAsync(this RunningPlatform running, string server) =>
        (
            await running
                .App.Services.GetRequiredService<DistributedApplicationModel>()
                .Resources.OfType<IResourceWithConnectionString>()
                .Single(resource => resource.Name == server)
                .GetConnectionStringAsync()
        )!;
}
