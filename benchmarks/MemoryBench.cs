using System.Diagnostics;
using System.Globalization;

namespace Integrationskonzept.Benchmarks;

/// <summary>
/// What each .NET process of the running platform holds: idle after the example, and while 32 readers ask. Starts it if it doesn't run.
/// </summary>
static class MemoryBench
{
    /// <summary>Four folders above artifacts/bin/Benchmarks/release.</summary>
    static readonly string Clone = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", ".."));

    static readonly string[] Pages =
    [
        "/",
        "/limburg-weilburg",
        "/limburg-weilburg/konzept",
        "/api/v1/tenants",
        "/api/v1/limburg-weilburg/processes",
    ];

    public static async Task RunAsync()
    {
        var started = await RunScriptAsync("--status") != 0;
        if (started && await RunScriptAsync("--detach") != 0)
            throw new InvalidOperationException("The platform did not start.");
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(75)); // idle: until each process has had two looks at itself
            var idle = Read();
            var peak = new Dictionary<string, long>();
            var load = LoadAsync(TimeSpan.FromSeconds(20));
            var answers = 0;
            while (!load.IsCompleted)
            {
                foreach (var (name, bytes) in Read())
                    peak[name] = Math.Max(peak.GetValueOrDefault(name), bytes);
                await Task.WhenAny(load, Task.Delay(500));
            }

            answers = await load;
            foreach (var (name, bytes) in idle.OrderByDescending(row => row.Value))
                Print(name, bytes, peak.GetValueOrDefault(name));
            Print("services together", Sum(idle), Sum(peak));
            Console.WriteLine($"under load: {answers} answers in 20 s");
        }
        finally
        {
            if (started)
                await RunScriptAsync("--stop");
        }
    }

    static readonly string[] Ours = ["Drafting", "Gateway", "Identity", "Participation", "Publication", "Rendering", "Scheduling"];

    static long Sum(Dictionary<string, long> rows) => rows.Where(row => Ours.Contains(row.Key)).Sum(row => row.Value);

    static void Print(string name, long idle, long peak) =>
        Console.WriteLine($"{name, -32} idle {idle >> 20, 5} MiB   peak under load {peak >> 20, 5} MiB");

    /// <summary>Proportional set size: pages that processes share count once in the sum.</summary>
    static Dictionary<string, long> Read()
    {
        var rows = new Dictionary<string, long>();
        foreach (var process in Process.GetProcesses())
        {
            try
            {
                var arguments = File.ReadAllText($"/proc/{process.Id}/cmdline").Split('\0');
                var program = Path.GetFileName(arguments[0]);
                var name =
                    arguments is ["dotnet", "exec", var dll, ..] && dll.StartsWith(Clone, StringComparison.Ordinal)
                        ? Path.GetFileNameWithoutExtension(dll)
                    : program is "Integrationskonzept.AppHost" or "Aspire.Dashboard" or "aspire" or "dcp" ? $"({program})"
                    : null;
                if (name is null or "Benchmarks")
                    continue;
                var pss = File.ReadLines($"/proc/{process.Id}/smaps_rollup")
                    .First(line => line.StartsWith("Pss:", StringComparison.Ordinal));
                rows[name] =
                    rows.GetValueOrDefault(name)
                    + (long.Parse(pss.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) << 10);
            }
            catch (IOException) { } // it has ended
            catch (UnauthorizedAccessException) { } // it is somebody else's
        }

        return rows;
    }

    static async Task<int> LoadAsync(TimeSpan length)
    {
        using var http = new HttpClient { BaseAddress = new("http://localhost:8080") };
        var answers = 0;
        var until = Stopwatch.GetTimestamp() + (long)(length.TotalSeconds * Stopwatch.Frequency);
        await Task.WhenAll(
            Enumerable
                .Range(0, 32)
                .Select(async reader =>
                {
                    for (var turn = reader; Stopwatch.GetTimestamp() < until; turn++)
                    {
                        using var answer = await http.GetAsync(Pages[turn % Pages.Length]);
                        Interlocked.Increment(ref answers);
                    }
                })
        );
        return answers;
    }

    static async Task<int> RunScriptAsync(string argument)
    {
        using var script = Process.Start(
            new ProcessStartInfo(Path.Combine(Clone, "run"), [argument]) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        _ = script.StandardOutput.ReadToEndAsync();
        _ = script.StandardError.ReadToEndAsync();
        await script.WaitForExitAsync();
        return script.ExitCode;
    }
}
