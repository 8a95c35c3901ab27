using System.Diagnostics;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Running;

/// <summary>Tells on the console what changes: off, status (one line per change) or logs (also what the processes write).</summary>
internal sealed class StatusLines(IConfiguration configuration, StateFolder state)
{
    public const string Setting = "LocalHosting:Console";
    private readonly string detail = configuration[Setting] ?? "status";
    private readonly Stopwatch time = Stopwatch.StartNew();
    private readonly Dictionary<string, string> last = [];

    public void Changed(ResourceEvent e)
    {
        if (e.Resource is not IResourceWithEndpoints) return;
        var text = Describe(e.Snapshot);
        lock (last)
        {
            if (last.GetValueOrDefault(e.Resource.Name) == text) return;
            last[e.Resource.Name] = text;
            File.WriteAllLines(Path.Combine(state.Path, "status.txt"), last.Select(s => $"{s.Key,-26} {s.Value}"));
            if (detail != "off" && text != KnownResourceStates.Waiting) Console.WriteLine($"{time.Elapsed.TotalSeconds,6:0.0} s  {e.Resource.Name,-26} {text}");
        }
    }

    public void Line(string resource, string line)
    {
        if (detail == "logs") Console.WriteLine($"{resource} | {line}");
    }

    public void Say(string text)
    {
        if (detail != "off") Console.WriteLine(text);
    }

    public void Table(IEnumerable<Resource> resources, ResourceNotificationService notifications)
    {
        foreach (var r in resources.Where(r => r.Endpoints.Count > 0))
            Say($"  {r.Name,-26} {Describe(notifications.Of(r)),-10} {r.Endpoints[0].Url}");
        Say($"  logs: {state.Logs}");
    }

    private static string Describe(CustomResourceSnapshot s) =>
        s.State?.Text == KnownResourceStates.Running && s.HealthStatus is { } health ? health.ToString()
        : s.ExitCode is { } code ? $"{s.State?.Text} ({code})" : s.State?.Text ?? "";
}
