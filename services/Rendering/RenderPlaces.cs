using Integrationskonzept.Rendering.Problems;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Rendering;

/// <summary>Lets only a few documents be made at once, each within the time limit.</summary>
sealed class RenderPlaces(IOptions<RenderingOptions> options, TimeProvider clock) : IDisposable
{
    readonly SemaphoreSlim free = new(options.Value.Concurrency);

    public async Task<byte[]> RunAsync(Func<CancellationToken, Task<byte[]>> render, CancellationToken ct)
    {
        var limit = options.Value.TimeLimit;
        if (!await free.WaitAsync(limit, ct))
            throw RenderingProblem.Busy();
        try
        {
            using var timer = new CancellationTokenSource(limit, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, ct);
            try
            {
                return await render(either.Token);
            }
            catch (OperationCanceledException) when (timer.IsCancellationRequested && !ct.IsCancellationRequested)
            {
                throw RenderingProblem.Timeout();
            }
        }
        finally
        {
            free.Release();
        }
    }

    public void Dispose() => free.Dispose();
}
