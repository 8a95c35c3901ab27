using System.Diagnostics.Metrics;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;

namespace Integrationskonzept.ServiceDefaults.Tests.Work;

public sealed class When_a_turn_fails
{
    [Fact]
    public async Task It_is_tried_again_soon_and_later_each_time()
    {
        await using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var time = new Impatient();
        var report = new WorkReport(services.GetRequiredService<IMeterFactory>());
        var tools = new WorkTools(services.GetRequiredService<IServiceScopeFactory>(), time, report, NullLoggerFactory.Instance);
        using var work = new Failing(tools, failures: 5);
        await work.StartAsync(TestContext.Current.CancellationToken);
        await work.Succeeded.Task;
        await work.StopAsync(TestContext.Current.CancellationToken);
        time.Waited.Select(pause => pause.TotalSeconds).ShouldBe([5, 10, 20, 40]);
        (await report.CheckHealthAsync(new(), TestContext.Current.CancellationToken)).Status.ShouldBe(HealthStatus.Healthy);
    }

    /// <summary>Its turn is every minute, which is sooner than a fifth pause would be.</summary>
    sealed class Failing(WorkTools tools, int failures) : RecurringWork(tools, TimeSpan.FromMinutes(1))
    {
        int turns;

        public TaskCompletionSource Succeeded { get; } = new();

        protected override Task RunAsync(CancellationToken ct)
        {
            if (++turns <= failures)
                throw new InvalidOperationException("The database is away.");
            Succeeded.TrySetResult();
            return Task.CompletedTask;
        }
    }

    /// <summary>Waits for nothing, and knows how long it would have been.</summary>
    sealed class Impatient : TimeProvider
    {
        /// <summary>Without the time of the turns themselves.</summary>
        public List<TimeSpan> Waited { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (period == Timeout.InfiniteTimeSpan && dueTime != Timeout.InfiniteTimeSpan)
                Waited.Add(dueTime);
            return System.CreateTimer(callback, state, TimeSpan.FromMilliseconds(1), period);
        }
    }
}
