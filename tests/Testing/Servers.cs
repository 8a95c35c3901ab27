using Aspire.Hosting;
using Aspire.Hosting.Testing;
using Xunit;

namespace Integrationskonzept.Testing;

/// <summary>A PostgreSQL and a RabbitMQ of this test assembly's own, started once.</summary>
public sealed class Servers : IAsyncLifetime
{
    readonly DirectoryInfo state = Directory.CreateTempSubdirectory("integrationskonzept-test-");
    DistributedApplication? app;

    /// <summary>Connection of PostgreSQL's administrator.</summary>
    public string Postgres { get; private set; } = "";

    /// <summary>The broker's address.</summary>
    public string RabbitMq { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var builder = DistributedApplication.CreateBuilder([$"--LocalHosting:StateDirectory={state.FullName}"]);
        builder.AddPostgres("postgres", password: builder.AddParameter("postgres-password", "test", secret: true));
        builder.AddRabbitMQ("rabbitmq",
            builder.AddParameter("rabbitmq-user", "test"), builder.AddParameter("rabbitmq-password", "test", secret: true));
        app = builder.Build();
        await app.StartAsync();
        Postgres = (await app.GetConnectionStringAsync("postgres"))!;
        RabbitMq = (await app.GetConnectionStringAsync("rabbitmq"))!;
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
        state.Delete(recursive: true);
    }
}
