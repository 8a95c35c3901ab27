using System.Collections.Concurrent;
using System.Diagnostics;

namespace Aspire.Hosting.Running;

/// <summary>How to start a process, and which signal asks it to stop.</summary>
internal sealed record Launch(string File, string[] Arguments, Dictionary<string, string?> Environment)
{
    public string WorkingDirectory { get; init; } = "/";
    public bool AsServiceUser { get; init; }
    public int StopSignal { get; init; } = Native.Terminate;
}

/// <summary>A process that does not outlive us: in a session of its own (Ctrl+C reaches only us), ended by the kernel when we die.</summary>
internal sealed class ChildProcess
{
    private static readonly BlockingCollection<Action> Starts = [];
    private readonly Process process;
    private readonly Launch launch;
    private readonly string pidFile;
    private bool stopping;

    static ChildProcess() =>
        // The kernel's parent-death signal belongs to the thread that started the child, so this thread never ends.
        new Thread(() => { foreach (var start in Starts.GetConsumingEnumerable()) start(); }) { IsBackground = true, Name = "process starter" }.Start();

    private ChildProcess(Process process, Launch launch, string name, StateFolder state, Action<string, string> onLine)
    {
        (this.process, this.launch, pidFile) = (process, launch, state.Pid(name));
        ProcessIdentity.Of(process.Id).Write(pidFile);
        Ended = FollowAsync(state.Log(name), line => onLine(name, line));
    }

    public int Pid => process.Id;

    /// <summary>The exit code, once the process and its output have ended.</summary>
    public Task<int> Ended { get; }

    public bool WasStopped => stopping;

    public static async Task<ChildProcess> StartAsync(string name, Launch launch, StateFolder state, Action<string, string> onLine)
    {
        string[] asUser = launch.AsServiceUser ? ServiceUser.Switch : [];
        string[] command = ["setpriv", "--pdeathsig", launch.StopSignal == Native.Interrupt ? "INT" : "TERM", .. asUser, "--", launch.File, .. launch.Arguments];
        var info = new ProcessStartInfo("setsid", command)
        {
            WorkingDirectory = launch.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Servers get a clean environment, projects inherit ours as they would under Aspire.
        if (launch.AsServiceUser) info.Environment.Clear();
        foreach (var (key, value) in launch.Environment)
            if (value is null) info.Environment.Remove(key);
            else info.Environment[key] = value;
        var started = new TaskCompletionSource<ChildProcess>(TaskCreationOptions.RunContinuationsAsynchronously);
        Starts.Add(() =>
        {
            try
            {
                started.SetResult(new ChildProcess(Process.Start(info)!, launch, name, state, onLine));
            }
            catch (Exception e)
            {
                started.SetException(new DistributedApplicationException($"{name} could not be started: {e.Message}"));
            }
        });
        return await started.Task;
    }

    /// <summary>Asks, waits, then insists; also with what the process itself has started.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        stopping = true;
        if (!process.HasExited) _ = Native.Signal(process.Id, launch.StopSignal);
        try
        {
            await process.WaitForExitAsync(new CancellationTokenSource(patience).Token);
        }
        catch (OperationCanceledException)
        {
            // The group is killed below.
        }

        _ = Native.Signal(-process.Id, Native.Kill);
        await Ended;
    }

    private async Task<int> FollowAsync(string logFile, Action<string> onLine)
    {
        process.StandardInput.Close();
        await using (var log = TextWriter.Synchronized(new StreamWriter(logFile, append: true) { AutoFlush = true }))
        {
            async Task Copy(StreamReader from)
            {
                while (await from.ReadLineAsync() is { } line)
                {
                    await log.WriteLineAsync(line);
                    onLine(line);
                }
            }

            var output = Task.WhenAll(Copy(process.StandardOutput), Copy(process.StandardError));
            await process.WaitForExitAsync();
            // A grandchild may hold the pipe open; it must not keep us.
            await Task.WhenAny(output, Task.Delay(TimeSpan.FromSeconds(1)));
        }

        File.Delete(pidFile);
        return process.ExitCode;
    }
}
