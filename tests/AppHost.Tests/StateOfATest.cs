using Integrationskonzept.Testing;
using Npgsql;

namespace Integrationskonzept.AppHost.Tests;

/// <summary>A state folder of a test's own, and what the servers on it hold.</summary>
public sealed class StateOfATest : IDisposable
{
    public string Folder { get; init; } = Directory.CreateTempSubdirectory("integrationskonzept-apphost-").FullName;

    /// <summary>A folder in which programs are looked for first.</summary>
    public string? Programs { get; set; }

    public Task<OwnServers> StartAsync(params string[] arguments) =>
        OwnServers.StartAsync(Folder, temporary: false, programs: Programs, arguments: arguments);

    /// <summary>The sentence with which a start is refused.</summary>
    public async Task<string> RefusalAsync(params string[] arguments) =>
        (await Should.ThrowAsync<InvalidOperationException>(() => StartAsync(arguments))).Message;

    public static async Task ExecuteAsync(OwnServers servers, string sql)
    {
        await using var source = NpgsqlDataSource.Create(servers.Connections["postgres"]);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public string Of(string name) => Path.Combine(Folder, name);

    /// <summary>Servers of a start that failed may write until their orchestrator has ended them.</summary>
    public void Dispose()
    {
        for (var again = 0; Directory.Exists(Folder); again++)
            try
            {
                Directory.Delete(Folder, recursive: true);
            }
            catch (IOException) when (again < 300)
            {
                Thread.Sleep(100);
            }
    }
}
