using System.Net;
using System.Net.Sockets;

namespace Integrationskonzept.Hosting.Tests;

public sealed class FailedStartTests : IDisposable
{
    private readonly TemporaryState state = new();

    public void Dispose() => state.Dispose();

    [Fact]
    public async Task A_failed_migration_is_named_with_its_log_and_what_it_wrote()
    {
        var builder = state.Builder();
        var migrations = builder.AddProject("migrations", TemporaryState.SampleProject).WithArgs("migrate").WithEnvironment("MIGRATION_EXIT_CODE", "3");
        builder.AddProject("service", TemporaryState.SampleProject).WithHttpEndpoint().WithHttpHealthCheck("/health").WaitForCompletion(migrations);
        var message = await MessageOfFailedStart(builder);
        message.ShouldContain("service can't start: migrations ended with exit code 3; its log: ");
        message.ShouldContain("migrations.log");
        message.ShouldContain("no table called municipalities");
    }

    [Fact]
    public async Task A_service_that_never_gets_healthy_is_named_and_stopped()
    {
        var builder = state.Builder("--LocalHosting:StartTimeoutSeconds=3");
        builder.AddProject("service", TemporaryState.SampleProject).WithHttpEndpoint().WithHttpHealthCheck("/health").WithEnvironment("NEVER_HEALTHY", "yes");
        (await MessageOfFailedStart(builder)).ShouldStartWith("Not healthy after 3 seconds: service (log: ");
        Directory.GetFiles(Path.Combine(state.Folder, "pids")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var builder = state.Builder();
        builder.AddProject("service", TemporaryState.SampleProject).WithHttpEndpoint(port: port);
        (await MessageOfFailedStart(builder)).ShouldStartWith($"service needs port {port}, which is in use");
    }

    [Fact]
    public async Task A_parameter_without_value_is_named()
    {
        var builder = state.Builder();
        builder.AddParameter("secret-of-nobody", secret: true);
        (await MessageOfFailedStart(builder)).ShouldStartWith("The parameter secret-of-nobody has no value");
    }

    [Fact]
    public async Task A_project_that_is_not_built_is_named()
    {
        var builder = state.Builder();
        builder.AddProject("service", "nowhere/Nothing.csproj");
        (await MessageOfFailedStart(builder)).ShouldStartWith("service is not built: ");
    }

    private static async Task<string> MessageOfFailedStart(IDistributedApplicationBuilder builder)
    {
        await using var app = builder.Build();
        return (await Should.ThrowAsync<DistributedApplicationException>(() => app.StartAsync())).Message;
    }
}
