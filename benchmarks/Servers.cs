using Aspire.Hosting;
using Aspire.Hosting.Testing;
using Npgsql;

namespace Integrationskonzept.Benchmarks;

/// <summary>A PostgreSQL and a RabbitMQ of the benchmark's own.</summary>
sealed class Servers : IAsyncDisposable
{
    readonly DirectoryInfo state = Directory.CreateTempSubdirectory("integrationskonzept-bench-");
    DistributedApplication? app;

    /// <summary>Administrator's connection.</summary>
    public string Postgres { get; private set; } = "";

    public string RabbitMq { get; private set; } = "";

    public static async Task<Servers> StartAsync()
    {
        var servers = new Servers();
        var builder = DistributedApplication.CreateBuilder([$"--LocalHosting:StateDirectory={servers.state.FullName}"]);
        // With volumes, so with fsync, as in production: what is measured includes making it durable.
        builder.AddPostgres("postgres", password: builder.AddParameter("postgres-password", "bench", secret: true)).WithDataVolume();
        builder.AddRabbitMQ("rabbitmq",
            builder.AddParameter("rabbitmq-user", "bench"), builder.AddParameter("rabbitmq-password", "bench", secret: true)).WithDataVolume();
        servers.app = builder.Build();
        await servers.app.StartAsync();
        servers.Postgres = (await servers.app.GetConnectionStringAsync("postgres"))!;
        servers.RabbitMq = (await servers.app.GetConnectionStringAsync("rabbitmq"))!;
        return servers;
    }

    public async Task ExecuteAsync(string sql, string? database = null)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Postgres) { Database = database ?? "postgres" }.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
        state.Delete(recursive: true);
    }
}
