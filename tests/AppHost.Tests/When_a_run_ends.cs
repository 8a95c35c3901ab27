using System.Diagnostics;
using System.Net.Sockets;
using Integrationskonzept.Testing;
using Npgsql;
using RabbitMQ.Client;

namespace Integrationskonzept.AppHost.Tests;

public sealed class When_a_run_ends : IDisposable
{
    readonly StateOfATest state = new();

    public void Dispose() => state.Dispose();

    [Fact]
    public async Task Data_and_messages_are_there_in_the_next_run_and_its_ports_are_free()
    {
        int port;
        await using (var first = await state.StartAsync())
        {
            port = new NpgsqlConnectionStringBuilder(first.Connections["postgres"]).Port;
            await StateOfATest.ExecuteAsync(first, "create table kept (n int)");
            await PublishAsync(first);
        }

        Should.Throw<SocketException>(() => new TcpClient("127.0.0.1", port).Dispose());
        await using var second = await state.StartAsync();
        await StateOfATest.ExecuteAsync(second, "select n from kept");
        (await TakeAsync(second)).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task By_a_kill_of_the_AppHost_nothing_is_left_running_and_no_data_are_lost()
    {
        await using (var first = await state.StartAsync())
        {
            await StateOfATest.ExecuteAsync(first, "create table kept (n int)");
            await first.KillHostAsync();
            await first.EndedAsync();
        }

        await using var second = await state.StartAsync();
        await StateOfATest.ExecuteAsync(second, "select n from kept");
    }

    [Fact]
    public async Task By_a_power_cut_the_process_id_that_is_left_may_be_anybodys()
    {
        await using (var first = await state.StartAsync())
            await StateOfATest.ExecuteAsync(first, "create table kept (n int)");
        using var stranger = Process.Start("sleep", ["1000"]);
        try
        {
            await File.WriteAllTextAsync(state.Of("postgres/data/postmaster.pid"), $"{stranger.Id}\n");
            await using var second = await state.StartAsync();
            await StateOfATest.ExecuteAsync(second, "select n from kept");
            stranger.HasExited.ShouldBeFalse("it was not started by us");
        }
        finally
        {
            stranger.Kill();
        }
    }

    [Fact]
    public async Task A_server_that_it_left_behind_is_ended_by_the_next_one()
    {
        await (await state.StartAsync()).DisposeAsync(); // folder and user are there
        using var left = await StartLeftOverAsync(state.Of("postgres"));
        try
        {
            await using var next = await state.StartAsync();
            await Eventually.TrueAsync(() => Task.FromResult(left.HasExited), "the server that was left has ended");
        }
        finally
        {
            if (!left.HasExited)
                left.Kill();
        }
    }

    [Fact]
    public async Task Another_one_on_the_same_folder_is_refused_while_it_goes_on()
    {
        await using var first = await state.StartAsync();
        (await state.RefusalAsync()).ShouldContain($"Another run uses {state.Folder}; stop it first (./run --stop).");
        await StateOfATest.ExecuteAsync(first, "select 1");
    }

    /// <summary>Holds the folder's lock, as the servers' user, as a server of a run does that is gone.</summary>
    static async Task<Process> StartLeftOverAsync(string folder)
    {
        string[] server = ["bash", "-c", "exec 9>\"$0/lock\"; flock 9; echo $$ >\"$0/pid\"; exec sleep 1000", folder];
        const string User = "integrationskonzept";
        string[] command = Environment.IsPrivilegedProcess
            ? ["setpriv", "--reuid", User, "--regid", User, "--clear-groups", .. server]
            : server;
        var left = Process.Start(command[0], command[1..])!;
        await Eventually.TrueAsync(
            async () => (await File.ReadAllTextAsync(Path.Combine(folder, "pid"))).Trim() == $"{left.Id}",
            "it holds the lock"
        );
        return left;
    }

    static async Task PublishAsync(OwnServers servers)
    {
        await using var connection = await new ConnectionFactory { Uri = new(servers.Connections["rabbitmq"]) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new(true, true));
        await channel.QueueDeclareAsync(
            "facts",
            durable: true,
            exclusive: false,
            autoDelete: false,
            new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }
        );
        await channel.BasicPublishAsync("", "facts", new byte[] { 1, 2, 3 });
    }

    static async Task<byte[]> TakeAsync(OwnServers servers)
    {
        await using var connection = await new ConnectionFactory { Uri = new(servers.Connections["rabbitmq"]) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        return (
            await Eventually.GetAsync(() => channel.BasicGetAsync("facts", autoAck: true), "the message is still there")
        ).Body.ToArray();
    }
}
