namespace Integrationskonzept.ServiceDefaults.Messaging;

/// <summary>Wakes the relay of this process after a commit; the relay also looks every second by itself.</summary>
public sealed class OutboxSignal : IDisposable
{
    readonly SemaphoreSlim signal = new(0, 1);

    public void Wake()
    {
        try
        {
            signal.Release();
        }
        catch (SemaphoreFullException) { } // it is awake already
    }

    /// <inheritdoc/>
    public void Dispose() => signal.Dispose();

    internal Task WaitAsync(TimeSpan atMost, CancellationToken ct) => signal.WaitAsync(atMost, ct);
}
