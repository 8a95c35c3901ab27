using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.Extensions.Logging;

namespace Integrationskonzept.ServiceDefaults.Messaging;

/// <summary>
/// Looks into the error queues every minute, also where nobody asks for the health. Without a broker the last count stands; health says so.
/// </summary>
sealed class ErrorQueueGauge(WorkTools tools, ErrorQueues queues) : RecurringWork(tools, TimeSpan.FromMinutes(1))
{
    protected override async Task RunAsync(CancellationToken ct)
    {
        try
        {
            await queues.CountAsync(ct);
        }
        catch (BrokerAway away)
        {
            Log.LogDebug(away.Failure, "The error queues could not be counted");
        }
    }
}
