using Npgsql;
using RabbitMQ.Client;

namespace Integrationskonzept.Hosting.Tests;

public sealed class RunningApplicationTests(CrashedApplication crashed)
{
    private readonly DistributedApplication app = crashed.App;

    [Fact]
    public void A_killed_host_leaves_nothing_running() => crashed.OrphansLiveAfterNewStart.ShouldBeFalse();

    [Fact]
    public async Task The_database_exists_and_takes_its_password_as_it_is()
    {
        var connectionString = await app.GetConnectionStringAsync("sample-db");
        // A quote in a connection string needs quoting, which is the model's business; here only the address is taken from it.
        var address = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = app.GetEndpoint("postgres").Port,
            Username = "postgres",
            Password = "p'w\"1",
            Database = "sample",
        };
        connectionString.ShouldStartWith($"Host=127.0.0.1;Port={address.Port};Username=postgres;");
        connectionString.ShouldEndWith(";Database=sample");
        await using var connection = new NpgsqlConnection(address.ConnectionString);
        await connection.OpenAsync();
        address.Password = "wrong";
        await using var refused = new NpgsqlConnection(address.ConnectionString);
        (await Should.ThrowAsync<PostgresException>(() => refused.OpenAsync())).SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
    }

    [Fact]
    public async Task The_broker_takes_messages_on_quorum_queues()
    {
        var factory = new ConnectionFactory { Uri = new Uri((await app.GetConnectionStringAsync("rabbitmq"))!) };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync("facts", durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        await channel.BasicPublishAsync("", "facts", new byte[] { 1, 2, 3 });
        BasicGetResult? got = null;
        for (var i = 0; got is null && i < 50; i++, await Task.Delay(50)) got = await channel.BasicGetAsync("facts", autoAck: true);
        got.ShouldNotBeNull().Body.ToArray().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void Servers_do_not_run_as_root()
    {
        foreach (var server in new[] { "postgres", "rabbitmq" })
            TemporaryState.UserOf(crashed.State.Pid(server)).ShouldNotBe("0", server);
    }

    [Theory]
    [InlineData("door", "OTEL_SERVICE_NAME", "\"door\"")]
    [InlineData("door", "ASPNETCORE_ENVIRONMENT", "\"Development\"")]
    [InlineData("sample", "ROLE", "\"Port={postgres};Username=sample_app\"")]
    [InlineData("sample", "ConnectionStrings__rabbitmq", "\"amqp://sample:secret1@127.0.0.1:{rabbitmq}\"")]
    [InlineData("door", "services__sample__http__0", "\"http://localhost:{sample}\"")]
    [InlineData("door", "SAMPLE_HTTP", "\"http://localhost:{sample}\"")]
    [InlineData("door", "SAMPLE_URL", "\"http://localhost:{sample}\"")]
    public async Task A_project_gets_the_environment_that_Aspire_would_give(string resource, string variable, string expected)
    {
        foreach (var name in new[] { "postgres", "rabbitmq", "sample" })
            expected = expected.Replace($"{{{name}}}", $"{app.GetEndpoint(name).Port}", StringComparison.Ordinal);
        using var client = app.CreateHttpClient(resource);
        (await client.GetStringAsync($"/environment/{variable}")).ShouldBe(expected.Trim('"'));
    }

    [Fact]
    public async Task A_killed_service_is_shown_and_starts_again_on_command()
    {
        var pid = crashed.State.Pid("door");
        var address = app.GetEndpoint("door");
        await TemporaryState.Kill(pid);
        var ended = await app.ResourceNotifications.WaitForResourceAsync("door", e => e.Snapshot.State?.Text == KnownResourceStates.Exited);
        ended.Snapshot.ExitCode.ShouldBe(137);

        (await app.ResourceCommands.ExecuteCommandAsync("door", KnownResourceCommands.StartCommand)).Success.ShouldBeTrue();
        await app.ResourceNotifications.WaitForResourceHealthyAsync("door");
        crashed.State.Pid("door").ShouldNotBe(pid);
        app.GetEndpoint("door").ShouldBe(address);
        var again = await app.ResourceCommands.ExecuteCommandAsync("door", KnownResourceCommands.StartCommand);
        (again.Success, again.ErrorMessage).ShouldBe((false, "door runs already."));
    }

    [Fact]
    public async Task A_second_run_on_the_same_folder_is_refused()
    {
        await using var second = crashed.State.OnlyPostgres();
        (await Should.ThrowAsync<DistributedApplicationException>(() => second.StartAsync())).Message.ShouldContain("Another run uses");
    }
}
