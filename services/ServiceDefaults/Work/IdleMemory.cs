using Microsoft.Extensions.Hosting;

namespace Integrationskonzept.ServiceDefaults.Work;

/// <summary>
/// Gives memory back when the process has come to rest. The garbage collector runs only when something is allocated, so a service that
/// is idle after a busy hour would hold that hour's garbage, and several services share a machine. Measured by <c>./bench memory</c>.
/// </summary>
sealed class IdleMemory(TimeProvider time) : BackgroundService
{
    /// <summary>Longer than short-lived caches keep what nobody asks for.</summary>
    static readonly TimeSpan Look = TimeSpan.FromSeconds(30);

    /// <summary>What polling and health checks allocate between two looks, at most; more is work.</summary>
    const long Rest = 16 << 20;

    /// <summary>Less is not worth a full collection, which takes a tenth of a second.</summary>
    const long Worthwhile = 48 << 20;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (seen, given) = (0L, 0L);
        using var timer = new PeriodicTimer(Look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var allocated = GC.GetTotalAllocatedBytes();
            var rests = allocated - seen < Rest;
            seen = allocated;
            if (!rests || allocated - given < Worthwhile)
                continue;
            given = allocated;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
