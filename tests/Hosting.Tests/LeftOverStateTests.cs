using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Integrationskonzept.Hosting.Tests;

public sealed class LeftOverStateTests : IDisposable
{
    private readonly TemporaryState state = new();

    public void Dispose() => state.Dispose();

    [Fact]
    public async Task Data_stays_and_a_stale_pid_or_a_new_password_do_not_matter()
    {
        int port;
        await using (var first = state.OnlyPostgres("first"))
        {
            await first.StartAsync();
            port = first.GetEndpoint("postgres").Port;
            await Execute(first, "CREATE TABLE kept (n int)");
            await first.StopAsync();
        }

        Should.Throw<System.Net.Sockets.SocketException>(() => new System.Net.Sockets.TcpClient("127.0.0.1", port).Dispose());
        // As after a power cut, when the id meanwhile belongs to somebody: us.
        await File.WriteAllTextAsync(Path.Combine(state.Folder, "postgres/data/postmaster.pid"), $"{Environment.ProcessId}\n");
        await using var second = state.OnlyPostgres("second");
        await second.StartAsync();
        await Execute(second, "SELECT n FROM kept");
    }

    [Fact]
    public async Task A_data_folder_that_was_only_half_made_is_made_anew()
    {
        Directory.CreateDirectory(Path.Combine(state.Folder, "postgres/data/base"));
        Directory.CreateDirectory(Path.Combine(state.Folder, "postgres/data.new/base"));
        await using var app = state.OnlyPostgres();
        await app.StartAsync();
        await Execute(app, "SELECT 1");
    }

    [Fact]
    public async Task Only_processes_that_an_earlier_run_started_are_ended()
    {
        using var ours = Process.Start("sleep", ["1000"]);
        using var foreign = Process.Start("sleep", ["1000"]);
        try
        {
            Directory.CreateDirectory(Path.Combine(state.Folder, "pids"));
            WritePid("service", ours.Id, StartOf(ours.Id));
            WritePid("other", foreign.Id, StartOf(foreign.Id) - 1);
            await using var app = state.OnlyPostgres();
            await app.StartAsync();
            TemporaryState.Lives(ours.Id).ShouldBeFalse();
            TemporaryState.Lives(foreign.Id).ShouldBeTrue();
        }
        finally
        {
            ours.Kill();
            foreign.Kill();
        }
    }

    [Fact]
    public async Task State_moves_elsewhere_when_the_service_user_can_not_enter_the_clone()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root starts servers as somebody else.");
        var local = Path.Combine(state.Folder, "clone/.local");
        Directory.CreateDirectory(Path.GetDirectoryName(local)!);
        await using var app = state.OnlyPostgres(stateDirectory: local);
        await app.StartAsync();
        await Execute(app, "SELECT 1");
        var elsewhere = await File.ReadAllTextAsync(Path.Combine(local, "state-folder"));
        state.AlsoRemove(elsewhere);
        elsewhere.ShouldStartWith("/var/lib/integrationskonzept/");
        Directory.Exists(Path.Combine(elsewhere, "postgres/data")).ShouldBeTrue();
    }

    private static async Task Execute(DistributedApplication app, string sql)
    {
        await using var connection = new NpgsqlConnection(await app.GetConnectionStringAsync("facts"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private void WritePid(string name, int pid, long start) => File.WriteAllText(
        Path.Combine(state.Folder, "pids", $"{name}.pid"), $"{pid}\n{start} {File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim()}\n");

    private static long StartOf(int pid) => long.Parse(File.ReadAllText($"/proc/{pid}/stat").Split(") ")[1].Split(' ')[19], CultureInfo.InvariantCulture);
}
