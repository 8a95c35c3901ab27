using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using RabbitMQ.Client;

namespace Integrationskonzept.AppHost.Servers;

/// <summary>
/// A server from Debian's packages, where there are no containers; the script of its name runs it as an unprivileged user.
/// </summary>
sealed class LocalServer(string name, Func<EndpointReference, ReferenceExpression> connection)
    : ExecutableResource(name, "bash", AppContext.BaseDirectory),
        IResourceWithConnectionString
{
    public EndpointReference Endpoint => field ??= new(this, "tcp");

    public ReferenceExpression ConnectionStringExpression => connection(Endpoint);

    public static IResourceBuilder<LocalServer> Add(
        IDistributedApplicationBuilder builder,
        StateFolder state,
        string name,
        IResourceBuilder<ParameterResource> password,
        Func<EndpointReference, ParameterResource, ReferenceExpression> connection,
        Func<string, CancellationToken, Task> answers
    )
    {
        var server = new LocalServer(name, endpoint => connection(endpoint, password.Resource));
        builder.Services.AddHealthChecks().AddAsyncCheck(name, ct => PatientCheck.AskAsync(again => AskAsync(server, answers, again), ct));
        return builder
            .AddResource(server)
            .WithArgs(Path.Combine(AppContext.BaseDirectory, "Servers", $"{name}.sh"))
            .WithEndpoint(scheme: "tcp", name: "tcp", env: "PORT", isProxied: false)
            .WithEnvironment("STATE", state.Of(name))
            .WithEnvironment("KEEP", state.IsTemporary ? "" : "yes")
            .WithEnvironment("PASSWORD", password)
            .WithHealthCheck(name)
            .ExcludeFromManifest();
    }

    public static async Task AnswersAsPostgresAsync(string connectionString, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connectionString) { Timeout = 2, Pooling = false }.ToString()
        );
        await connection.OpenAsync(ct);
    }

    public static async Task AnswersAsRabbitMQAsync(string connectionString, CancellationToken ct)
    {
        var factory = new ConnectionFactory { Uri = new(connectionString), RequestedConnectionTimeout = TimeSpan.FromSeconds(2) };
        await using var connection = await factory.CreateConnectionAsync(ct);
    }

    static async Task<HealthCheckResult> AskAsync(
        IResourceWithConnectionString server,
        Func<string, CancellationToken, Task> answers,
        CancellationToken ct
    )
    {
        try
        {
            await answers((await server.GetConnectionStringAsync(ct))!, ct);
            return HealthCheckResult.Healthy();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("It does not answer yet.");
        }
    }
}
