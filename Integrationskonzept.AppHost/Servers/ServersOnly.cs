using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Integrationskonzept.AppHost.Servers;

/// <summary>
/// <c>--servers-only</c>: PostgreSQL and RabbitMQ alone, for tests and measurements. When both answer, <c>servers.json</c> in the state
/// folder holds their connection strings, the broker's also as each service. They end with their standard input, so they don't outlive
/// whoever started them.
/// </summary>
static class ServersOnly
{
    public const string Argument = "--servers-only";

    public static async Task RunAsync(IDistributedApplicationBuilder builder, DevelopmentSecrets secrets, StateFolder state)
    {
        var postgres = Server.AddPostgres(builder, state, secrets.Password("postgres-password", "PostgreSQL's administrator."));
        var users = secrets.BrokerPasswords();
        var rabbit = Server.AddRabbitMQ(
            builder,
            state,
            secrets.Password("rabbitmq-password", "The broker's administrator."),
            users,
            impersonates: true
        );
        var asUser = users.ToDictionary(user => $"rabbitmq/{user.Key}", user => rabbit.BrokerAs(user.Key, user.Value));
        builder
            .Services.AddSingleton(state)
            .AddStartReport()
            .AddHostedService<EndWithInput>()
            .AddHostedService(services => new Telling(
                services.GetRequiredService<ResourceNotificationService>(),
                state,
                [postgres.Resource.Resource, rabbit.Resource.Resource],
                asUser
            ));
        await builder.Build().RunAsync();
    }

    sealed class EndWithInput(IHostApplicationLifetime lifetime) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
            Task.Run(
                async () =>
                {
                    while (await Console.In.ReadLineAsync(stoppingToken) is not null) { }
                    lifetime.StopApplication();
                },
                stoppingToken
            );
    }

    sealed class Telling(
        ResourceNotificationService notifications,
        StateFolder state,
        IReadOnlyList<IResourceWithConnectionString> servers,
        IReadOnlyDictionary<string, ReferenceExpression> further
    ) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            var told = new Dictionary<string, string?>();
            foreach (var server in servers)
            {
                await notifications.WaitForResourceHealthyAsync(server.Name, stoppingToken);
                told[server.Name] = await server.GetConnectionStringAsync(stoppingToken);
            }

            foreach (var (name, connection) in further)
                told[name] = await connection.GetValueAsync(stoppingToken);
            var file = state.Of("servers.json");
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using (var stream = new FileStream(file + ".new", options))
                await JsonSerializer.SerializeAsync(stream, told, cancellationToken: stoppingToken);
            File.Move(file + ".new", file, overwrite: true);
        }
    }
}
