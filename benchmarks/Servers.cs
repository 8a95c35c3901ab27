using Integrationskonzept.Testing;
using Npgsql;

namespace Integrationskonzept.Benchmarks;

/// <summary>
/// A PostgreSQL and a RabbitMQ of the benchmark's own, with fsync as in production: what is measured includes making it durable.
/// </summary>
sealed class Servers : IAsyncDisposable
{
    readonly DirectoryInfo state = Directory.CreateTempSubdirectory("integrationskonzept-bench-");
    OwnServers? servers;

    /// <summary>Administrator's connection.</summary>
    public string Postgres => servers!.Connections["postgres"];

    public string RabbitMq => servers!.Connections["rabbitmq"];

    public static async Task<Servers> StartAsync()
    {
        var started = new Servers();
        started.servers = await OwnServers.StartAsync(started.state.FullName, temporary: false);
        return started;
    }

    public async Task ExecuteAsync(string sql, string? database = null)
    {
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(Postgres) { Database = database ?? "postgres" }.ConnectionString
        );
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (servers is not null)
            await servers.DisposeAsync();
        state.Delete(recursive: true);
    }
}
