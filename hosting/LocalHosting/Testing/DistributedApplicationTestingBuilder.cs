using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Testing;

/// <summary>Runs the real AppHost in a test.</summary>
public static class DistributedApplicationTestingBuilder
{
    /// <summary>Runs the entry point of the AppHost that this type belongs to, up to where it builds.</summary>
    public static async Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(string[] args, CancellationToken cancellationToken = default)
        where TEntryPoint : class
    {
        var run = new EntryPointRun(typeof(TEntryPoint).Assembly, args);
        run.Begin();
        return new Builder(run, await run.Builder.WaitAsync(cancellationToken));
    }

    private sealed class Builder(EntryPointRun run, IDistributedApplicationBuilder inner) : IDistributedApplicationTestingBuilder
    {
        public ConfigurationManager Configuration => inner.Configuration;

        public IReadOnlyList<IResource> Resources => inner.Resources;

        public async Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default) =>
            await run.BuildAsync().WaitAsync(cancellationToken);

        public ValueTask DisposeAsync()
        {
            run.End();
            return ValueTask.CompletedTask;
        }
    }
}

/// <summary>The AppHost before it builds.</summary>
public interface IDistributedApplicationTestingBuilder : IAsyncDisposable
{
    /// <summary>What the AppHost is configured with.</summary>
    ConfigurationManager Configuration { get; }

    /// <summary>What it has added.</summary>
    IReadOnlyList<IResource> Resources { get; }

    /// <summary>Lets the AppHost build.</summary>
    Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default);
}
