using System.Reflection;

namespace Aspire.Hosting.Testing;

/// <summary>Runs an AppHost's real entry point on a thread of its own, halted where it builds and where it runs.</summary>
internal sealed class EntryPointRun(Assembly entryPoint, string[] args)
{
    private static readonly AsyncLocal<EntryPointRun?> OfThisThread = new();
    private readonly TaskCompletionSource<IDistributedApplicationBuilder> builder = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<DistributedApplication> application = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource mayBuild = new();
    private readonly TaskCompletionSource ended = new();

    public static EntryPointRun? Current => OfThisThread.Value;

    public Assembly EntryPoint => entryPoint;

    public string[] Args => args;

    public Task<IDistributedApplicationBuilder> Builder => builder.Task;

    public Task Ended => ended.Task;

    public void Begin() => new Thread(() =>
    {
        OfThisThread.Value = this;
        try
        {
            var main = entryPoint.EntryPoint ?? throw new DistributedApplicationException($"{entryPoint.GetName().Name} has no entry point.");
            var result = main.Invoke(null, main.GetParameters().Length == 0 ? [] : [args]);
            if (result is Task task) task.GetAwaiter().GetResult();
            throw new DistributedApplicationException("The AppHost ended without building an application.");
        }
        catch (Exception e)
        {
            var cause = e is TargetInvocationException { InnerException: { } inner } ? inner : e;
            builder.TrySetException(cause);
            application.TrySetException(cause);
        }
    })
    { IsBackground = true, Name = "AppHost" }.Start();

    public Task<DistributedApplication> BuildAsync()
    {
        mayBuild.TrySetResult();
        return application.Task;
    }

    public void End()
    {
        mayBuild.TrySetResult();
        ended.TrySetResult();
    }

    public void BuilderIsComplete(IDistributedApplicationBuilder complete)
    {
        builder.TrySetResult(complete);
        mayBuild.Task.Wait();
    }

    public void ApplicationIsBuilt(DistributedApplication built) => application.TrySetResult(built);
}
