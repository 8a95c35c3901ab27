using System.Diagnostics;
using System.Reflection;
using Integrationskonzept.Hosting.Tests;

[assembly: AssemblyFixture(typeof(CrashedApplication))]

namespace Integrationskonzept.Hosting.Tests;

/// <summary>The sample application, started for all tests on what an earlier run left when its host was killed.</summary>
public sealed class CrashedApplication : IAsyncLifetime
{
    public TemporaryState State { get; } = new();

    public DistributedApplication App { get; private set; } = null!;

    /// <summary>The processes of the run whose host was killed.</summary>
    public IReadOnlyDictionary<string, int> Orphans { get; private set; } = null!;

    public bool OrphansLiveAfterNewStart { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var host = Path.ChangeExtension(typeof(Program).Assembly.Location, ".dll");
        using (var first = Process.Start(new ProcessStartInfo("dotnet", [host, State.Argument]) { RedirectStandardOutput = true })!)
        {
            // The table at the end says that all are healthy.
            while (await first.StandardOutput.ReadLineAsync() is { } line && !line.Contains("logs:", StringComparison.Ordinal)) { }
            first.HasExited.ShouldBeFalse("the sample application did not start");
            Orphans = new[] { "postgres", "rabbitmq", "sample", "door" }.ToDictionary(name => name, State.Pid);
            await TemporaryState.Kill(first.Id);
        }

        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Program>([State.Argument]);
        App = await builder.BuildAsync();
        await App.StartAsync();
        OrphansLiveAfterNewStart = Orphans.Values.Any(TemporaryState.Lives);
    }

    public async ValueTask DisposeAsync()
    {
        if (App is not null) await App.DisposeAsync();
        State.Dispose();
    }
}
