using System.Globalization;

namespace Integrationskonzept.Rendering.Tests;

/// <summary>Looks at what this process has started.</summary>
static class Processes
{
    /// <summary>Main processes of Chromium; its helpers carry a --type.</summary>
    public static List<int> Browsers =>
        [
            .. Below(line =>
                IsChromium(line)
                && line.Contains("--remote-debugging", StringComparison.Ordinal)
                && !line.Contains("--type=", StringComparison.Ordinal)
            ).Keys,
        ];

    /// <summary>
    /// Who works on documents, the processes of pages and pandoc, and how much each has worked: in hundredths of a second, not counting
    /// what it waited.
    /// </summary>
    public static Dictionary<int, long> Workers =>
        Below(line =>
            (IsChromium(line) && line.Contains("--type=renderer", StringComparison.Ordinal))
            || NameOf(line).EndsWith("pandoc", StringComparison.Ordinal)
        );

    static Dictionary<int, long> Below(Func<string, bool> which)
    {
        var parents = new Dictionary<int, int>();
        var worked = new Dictionary<int, long>();
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id))
                continue;
            if (Read($"{folder}/stat") is not { Length: > 0 } stat)
                continue;
            var fields = stat[(stat.LastIndexOf(')') + 4)..].Split(' ');
            parents[id] = int.Parse(fields[0], CultureInfo.InvariantCulture);
            worked[id] = long.Parse(fields[10], CultureInfo.InvariantCulture) + long.Parse(fields[11], CultureInfo.InvariantCulture);
        }

        return worked.Where(row => IsBelow(row.Key) && which(Read($"/proc/{row.Key}/cmdline"))).ToDictionary();

        bool IsBelow(int id)
        {
            while (parents.TryGetValue(id, out var parent))
            {
                if (parent == Environment.ProcessId)
                    return true;
                id = parent;
            }

            return false;
        }
    }

    static bool IsChromium(string line) => NameOf(line).EndsWith("/chromium-headless-shell", StringComparison.Ordinal);

    // Chromium's helpers join their arguments with spaces.
    static string NameOf(string line) => line.Split('\0', ' ')[0];

    static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
