using System.Diagnostics;

namespace Aspire.Hosting.Running;

/// <summary>Who PostgreSQL and RabbitMQ run as: whoever starts us, or, as they refuse root, a system user.</summary>
internal static class ServiceUser
{
    private const string SystemUser = "integrationskonzept";
    private static readonly Lazy<string> Chosen = new(() =>
    {
        if (!Native.IsRoot) return Run("id", ["-un"]).Output.Trim();
        if (Run("id", [SystemUser]).ExitCode == 0) return SystemUser;
        if (Run("useradd", ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin", SystemUser]).ExitCode == 0)
            return SystemUser;
        return Run("id", ["postgres"]).ExitCode == 0 ? "postgres"
            : throw new DistributedApplicationException($"PostgreSQL refuses to run as root and the system user {SystemUser} could not be created.");
    });

    public static string Name => Chosen.Value;

    /// <summary>What to put before a command so that it runs as that user.</summary>
    public static string[] Switch => Native.IsRoot ? ["--reuid", Name, "--regid", Name, "--init-groups"] : [];

    public static bool CanEnter(string folder) => !Native.IsRoot || Run("setpriv", [.. Switch, "test", "-x", folder]).ExitCode == 0;

    /// <summary>Makes a folder that only this user can enter; also one that an earlier run left behind.</summary>
    public static string OwnFolder(string folder)
    {
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return Own(folder);
    }

    public static string Own(string path)
    {
        if (Native.IsRoot) RunOrThrow("chown", ["-R", $"{Name}:", path]);
        return path;
    }

    /// <summary>Runs a command as that user and waits for its end.</summary>
    public static void RunAs(string file, string[] arguments, string? input = null) =>
        RunOrThrow("setpriv", ["--pdeathsig", "KILL", .. Switch, "env", "LC_ALL=C.UTF-8", file, .. arguments], input);

    private static void RunOrThrow(string file, string[] arguments, string? input = null)
    {
        var (exitCode, output) = Run(file, arguments, input);
        if (exitCode != 0)
            throw new DistributedApplicationException($"{string.Join(' ', arguments.SkipWhile(a => !a.StartsWith('/')).Prepend(file).Take(2))} failed: {output.Trim()}");
    }

    private static (int ExitCode, string Output) Run(string file, string[] arguments, string? input = null)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}
