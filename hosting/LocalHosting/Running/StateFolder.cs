using System.Security.Cryptography;
using System.Text;

namespace Aspire.Hosting.Running;

/// <summary>Where a run keeps its data, logs and process ids. One run at a time uses a folder.</summary>
internal sealed class StateFolder(string path) : IDisposable
{
    public const string Setting = "LocalHosting:StateDirectory";
    private FileStream? held;

    public string Path { get; } = path;

    public string Logs => Made("logs");

    public string Pids => Made("pids");

    public string Telemetry => Made("telemetry");

    public string Log(string name) => System.IO.Path.Combine(Logs, $"{name}.log");

    /// <summary>Where the log is and how it ends, for a message about a failure.</summary>
    public string LogOf(string name) =>
        $"its log: {Log(name)}{string.Concat(File.Exists(Log(name)) ? File.ReadLines(Log(name)).TakeLast(12).Select(line => $"\n    {line}") : [])}";

    public string Pid(string name) => System.IO.Path.Combine(Pids, $"{name}.pid");

    /// <summary>The wanted folder, else .local in the clone; one elsewhere when the service user can't get there.</summary>
    public static string Choose(string? wanted, string appHostDirectory)
    {
        var folder = System.IO.Path.GetFullPath(wanted ?? System.IO.Path.Combine(CloneOf(appHostDirectory), ".local"));
        var parent = System.IO.Path.GetDirectoryName(folder);
        while (parent is not null && !Directory.Exists(parent)) parent = System.IO.Path.GetDirectoryName(parent);
        if (parent is null || ServiceUser.CanEnter(parent)) return folder;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..12];
        var elsewhere = $"/var/lib/integrationskonzept/{hash}";
        // So that people and scripts find it.
        Directory.CreateDirectory(folder);
        LetPass(Directory.CreateDirectory(System.IO.Path.GetDirectoryName(elsewhere)!).FullName);
        File.WriteAllText(System.IO.Path.Combine(folder, "state-folder"), elsewhere);
        return elsewhere;
    }

    public void Hold()
    {
        Directory.CreateDirectory(Path);
        LetPass(Path);
        try
        {
            // The lock goes with the process that holds it, however that ends.
            held = new FileStream(System.IO.Path.Combine(Path, "host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new DistributedApplicationException($"Another run uses {Path}; stop it first (./run --stop).");
        }

        foreach (var file in Directory.GetFiles(Pids, "*.pid"))
            ProcessIdentity.EndWhatIsLeft(file);
        File.Delete(System.IO.Path.Combine(Path, "status.txt"));
        ProcessIdentity.Of(Environment.ProcessId).Write(Pid("host"));
    }

    public void Dispose()
    {
        if (held is null) return;
        File.Delete(Pid("host"));
        held.Dispose();
        held = null;
    }

    /// <summary>The service user has to pass through, but not to look around.</summary>
    private static void LetPass(string folder)
    {
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (Native.IsRoot) File.SetUnixFileMode(folder, owner | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    private string Made(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;

    private static string CloneOf(string folder)
    {
        for (var up = new DirectoryInfo(folder); up is not null; up = up.Parent)
            if (File.Exists(System.IO.Path.Combine(up.FullName, "global.json"))) return up.FullName;
        return folder;
    }
}
