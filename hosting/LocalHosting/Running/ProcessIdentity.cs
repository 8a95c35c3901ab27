using System.Diagnostics;
using System.Globalization;

namespace Aspire.Hosting.Running;

/// <summary>A process by id, start time and boot: an id alone may meanwhile be somebody else's.</summary>
internal sealed record ProcessIdentity(int Pid, string Start)
{
    private static readonly string Boot = File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();

    public bool Lives => Start.Length > 0 && Of(Pid).Start == Start;

    public static ProcessIdentity Of(int pid)
    {
        try
        {
            // The name in parentheses may hold anything; after it come state (3), … starttime (22).
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return new ProcessIdentity(pid, fields[0] is "Z" or "X" ? "" : $"{fields[19]} {Boot}");
        }
        catch (IOException)
        {
            return new ProcessIdentity(pid, "");
        }
    }

    /// <summary>First line the id, second line the rest.</summary>
    public void Write(string file) => File.WriteAllText(file, $"{Pid}\n{Start}\n");

    /// <summary>Ends what a run that crashed left behind, and nothing else.</summary>
    public static void EndWhatIsLeft(string file)
    {
        var lines = File.ReadAllLines(file);
        if (lines.Length == 2 && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var pid))
        {
            var left = new ProcessIdentity(pid, lines[1]);
            // SIGINT is PostgreSQL's fast shutdown; a plain SIGTERM would wait for its clients.
            if (left.Lives) _ = Native.Signal(pid, file.EndsWith("postgres.pid", StringComparison.Ordinal) ? Native.Interrupt : Native.Terminate);
            for (var waited = Stopwatch.StartNew(); left.Lives && waited.Elapsed < TimeSpan.FromSeconds(15);) Thread.Sleep(50);
            if (left.Lives) _ = Native.Signal(-pid, Native.Kill);
            while (left.Lives) Thread.Sleep(20);
        }

        File.Delete(file);
    }
}
