using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RabbitMQ.Client;

namespace Integrationskonzept.AppHost.Commands;

/// <summary>Drops all data of this run and brings everything up anew. Asks first, on the dashboard and in the terminal alike.</summary>
static class DataReset
{
    const string Consent = "drop all data";

    public static void WithReset(this IResourceBuilder<ProjectResource> gateway, OperatorApi api, Platform platform, StateFolder state) =>
        gateway.WithCommand(
            "reset-data",
            "Reset data",
            async context =>
            {
                var runs = context.Services.GetRequiredService<ResourceRuns>();
                var ct = context.CancellationToken;
                string[] services = [.. platform.Services.Select(service => service.Resource.Name)];
                string[] all = [.. services, gateway.Resource.Name];
                var queues = await QueuesAsync(api, services, ct); // before anything is stopped: only the services know
                await Task.WhenAll(all.Select(name => runs.StopAsync(name, ct)));
                await DeleteQueuesAsync(await platform.Broker!.GetConnectionStringAsync(ct), queues, ct);
                await DropDatabasesAsync(await platform.Database!.GetConnectionStringAsync(ct), services, ct);
                state.ForgetPlayed();
                foreach (var service in services)
                    if (await runs.RunAsync($"{service}-migrations", ct) != 0)
                        return CommandResults.Failure($"{service}-migrations failed; its log says why.");
                await Task.WhenAll(all.Select(name => runs.StartHealthyAsync(name, ct)));
                return CommandResults.Success("All data is gone; everything is up anew.");
            },
            new()
            {
                IconName = "DatabaseWarning",
                Description = "Drops databases, queues and mails of this run, and starts anew.",
                Arguments =
                [
                    new()
                    {
                        Name = "consent",
                        Label = $"Write “{Consent}” to go on",
                        InputType = InputType.Text,
                        Required = true,
                    },
                ],
                ValidateArguments = validation =>
                {
                    var given = validation.Inputs["consent"];
                    if (given.Value != Consent)
                        validation.AddValidationError(given, $"Nothing was dropped: write “{Consent}”.");
                    return Task.CompletedTask;
                },
                Progress = new() { Message = "Data is dropped, everything starts anew.", HideCancelButton = true },
            }
        );

    static async Task<IReadOnlyList<string>> QueuesAsync(OperatorApi api, IEnumerable<string> services, CancellationToken ct)
    {
        var states = await Task.WhenAll(
            services.Select(async service =>
            {
                try
                {
                    return await api.GetAsync($"/api/v1/operations/{service}/messages", ct);
                }
                catch (HttpRequestException)
                {
                    throw new DistributedApplicationException(
                        $"Nothing was dropped: {service} does not answer, and knows its queues. Start it first."
                    );
                }
            })
        );
        return
        [
            .. states
                .SelectMany(state => state["errors"]!.AsObject().Select(queue => queue.Key))
                .SelectMany(queue => new[] { queue, $"{queue}_error" }),
        ];
    }

    static async Task DeleteQueuesAsync(string? broker, IEnumerable<string> queues, CancellationToken ct)
    {
        await using var connection = await new ConnectionFactory { Uri = new(broker!) }.CreateConnectionAsync(ct);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: ct);
        foreach (var queue in queues)
            await channel.QueueDeleteAsync(queue, false, false, cancellationToken: ct);
    }

    static async Task DropDatabasesAsync(string? server, IEnumerable<string> databases, CancellationToken ct)
    {
        var admin = new NpgsqlConnectionStringBuilder(server) { Database = "postgres", Pooling = false };
        await using var source = NpgsqlDataSource.Create(admin);
        foreach (var database in databases)
        {
            await using var drop = source.CreateCommand($"drop database if exists \"{database}\" with (force)");
            await drop.ExecuteNonQueryAsync(ct);
        }
    }
}
