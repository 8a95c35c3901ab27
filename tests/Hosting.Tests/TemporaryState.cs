using System.Diagnostics;

namespace Integrationskonzept.Hosting.Tests;

/// <summary>A state folder of a test's own, and models small enough to start in a second.</summary>
public sealed class TemporaryState : IDisposable
{
    private readonly List<string> alsoRemove = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("hosting-test-").FullName;

    public string Argument => $"--LocalHosting:StateDirectory={Folder}";

    /// <summary>The sample service; the path is from the test's folder, which a test run does not fix.</summary>
    public static string SampleProject { get; } = Path.Combine(CloneRoot(), "tests/Hosting.Tests.SampleService/Hosting.Tests.SampleService.csproj");

    public IDistributedApplicationBuilder Builder(params string[] args) =>
        DistributedApplication.CreateBuilder([Argument, "--LocalHosting:Console=off", .. args]);

    /// <summary>One PostgreSQL with data that stays and one database.</summary>
    public DistributedApplication OnlyPostgres(string password = "first", string? stateDirectory = null)
    {
        var builder = Builder(stateDirectory is null ? Argument : $"--LocalHosting:StateDirectory={stateDirectory}");
        builder.AddPostgres("postgres", password: builder.AddParameter("password", password)).WithDataVolume().AddDatabase("facts");
        return builder.Build();
    }

    public int Pid(string name) => int.Parse(File.ReadLines(Path.Combine(Folder, "pids", $"{name}.pid")).First(), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The effective user of a process, as the kernel sees it.</summary>
    public static string UserOf(int pid) => File.ReadLines($"/proc/{pid}/status").First(l => l.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[2];

    public static bool Lives(int pid) => Directory.Exists($"/proc/{pid}") && !File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal);

    public static async Task Kill(int pid)
    {
        using var kill = Process.Start("kill", ["-9", $"{pid}"]);
        await kill.WaitForExitAsync();
    }

    public static async Task Until(Func<bool> condition, string what)
    {
        for (var waited = Stopwatch.StartNew(); !condition(); await Task.Delay(50))
            waited.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30), what);
    }

    public void AlsoRemove(string folder) => alsoRemove.Add(folder);

    public void Dispose()
    {
        foreach (var folder in alsoRemove.Append(Folder).Where(Directory.Exists)) Directory.Delete(folder, recursive: true);
    }

    private static string CloneRoot()
    {
        var up = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(up!.FullName, "global.json"))) up = up.Parent;
        return up.FullName;
    }
}
