using System.Diagnostics;
using System.Text.Json;

namespace Integrationskonzept.Testing;

/// <summary>PostgreSQL and RabbitMQ on a folder of their own, by the AppHost, which ends with this process however that ends.</summary>
public sealed class OwnServers : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    readonly Process host;
    readonly string folder;

    OwnServers(Process host, string folder) => (this.host, this.folder) = (host, folder);

    /// <summary>Where they keep their data: the folder that was asked for, or the one that its note names.</summary>
    public string Folder =>
        File.Exists(Path.Combine(folder, "state-folder")) ? File.ReadAllText(Path.Combine(folder, "state-folder")) : folder;

    /// <summary>Connection strings of <c>postgres</c> and <c>rabbitmq</c>.</summary>
    public IReadOnlyDictionary<string, string> Connections { get; private set; } = new Dictionary<string, string>();

    /// <summary>What the AppHost said.</summary>
    public string Output { get; private set; } = "";

    /// <param name="folder">Where they keep their data.</param>
    /// <param name="temporary">Nobody will miss the data: no fsync, and gone at the next start.</param>
    /// <param name="virtualHosts">Names of further virtual hosts of the broker, separated by spaces.</param>
    /// <param name="programs">A folder in which programs are looked for first.</param>
    public static async Task<OwnServers> StartAsync(
        string folder,
        bool temporary = true,
        string virtualHosts = "",
        string? programs = null,
        params string[] arguments
    )
    {
        var start = Start(folder, temporary, virtualHosts, arguments);
        if (programs is not null)
            start.Environment["PATH"] = $"{programs}:{start.Environment["PATH"]}";
        var started = new OwnServers(new() { StartInfo = start }, folder);
        foreach (var told in (string[])["servers.json", "start"])
            File.Delete(Path.Combine(started.Folder, told)); // by an earlier run
        started.host.Start();
        started.host.OutputDataReceived += (_, line) => started.Output += line.Data + "\n";
        started.host.ErrorDataReceived += (_, line) => started.Output += line.Data + "\n";
        started.host.BeginOutputReadLine();
        started.host.BeginErrorReadLine();
        try
        {
            await started.AnswerAsync();
            return started;
        }
        catch
        {
            await started.EndHostAsync(); // the folder may be another run's
            throw;
        }
    }

    /// <summary>Stops all in good order.</summary>
    public async ValueTask DisposeAsync()
    {
        await EndHostAsync();
        await EndedAsync();
    }

    async Task EndHostAsync()
    {
        host.StandardInput.Close();
        // One that still starts does not read yet; a container runtime that fails keeps it for minutes.
        if (!File.Exists(Path.Combine(Folder, "servers.json")) && !host.HasExited)
        {
            await KillHostAsync();
            await EndedAsync(); // its orchestrator ends them
        }

        await host.WaitForExitAsync();
        host.Dispose();
    }

    /// <summary>The AppHost alone dies, as in a crash.</summary>
    public async Task KillHostAsync()
    {
        host.Kill();
        await host.WaitForExitAsync();
    }

    /// <summary>Waits for the end of the servers themselves, which come after the AppHost.</summary>
    public Task EndedAsync() => Eventually.TrueAsync(() => Task.FromResult(Names.All(name => !Lives(name))), "both servers have ended");

    public bool Lives(string server) =>
        File.Exists(PidFile(server)) && Directory.Exists($"/proc/{File.ReadAllText(PidFile(server)).Trim()}");

    public int Pid(string server) => int.Parse(File.ReadAllText(PidFile(server)), System.Globalization.CultureInfo.InvariantCulture);

    static readonly string[] Names = ["postgres", "rabbitmq"];

    string PidFile(string server) => Path.Combine(Folder, server, "pid");

    static ProcessStartInfo Start(string folder, bool temporary, string virtualHosts, string[] arguments)
    {
        var appHost = Path.Combine(Output("Integrationskonzept.AppHost"), "Integrationskonzept.AppHost.dll");
        return new(
            "dotnet",
            [
                "exec",
                appHost,
                "--servers-only",
                "--Servers=debian",
                $"--Servers:VirtualHosts={virtualHosts}",
                $"--State:Directory={folder}",
                $"--State:Temporary={temporary}",
                .. arguments,
            ]
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_ENVIRONMENT"] = "Development", ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        };

        // Artifacts layout: bin/<project>/<configuration>/; we stand in such a folder ourselves.
        static string Output(string project)
        {
            var here = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(here.Parent!.Parent!.FullName, project, here.Name);
        }
    }

    async Task AnswerAsync()
    {
        for (var waited = Stopwatch.StartNew(); !File.Exists(Path.Combine(Folder, "servers.json")); await Task.Delay(50))
        {
            var failed = Path.Combine(Folder, "start");
            if (File.Exists(failed))
                throw new InvalidOperationException((await File.ReadAllTextAsync(failed)).Trim());
            if (host.HasExited)
            {
                await host.WaitForExitAsync(); // until all of its output is here
                throw new InvalidOperationException($"The AppHost ended with exit code {host.ExitCode}: {Output}");
            }

            if (waited.Elapsed > Patience)
                throw new TimeoutException($"The servers did not answer: {Output}");
        }

        Connections = JsonSerializer.Deserialize<Dictionary<string, string>>(
            await File.ReadAllTextAsync(Path.Combine(Folder, "servers.json"))
        )!;
    }
}
