using System.Diagnostics;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Integrationskonzept.AppHost;

static class PatientCheck
{
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(5),
        Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Aspire asks up to five seconds apart while something is not healthy, and what waits for it would wait as long. So the question
    /// itself waits a little for a better answer.
    /// </summary>
    public static async Task<HealthCheckResult> AskAsync(Func<CancellationToken, Task<HealthCheckResult>> ask, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var answer = await ask(ct);
            if (answer.Status != HealthStatus.Unhealthy || Stopwatch.GetElapsedTime(started) > Longest)
                return answer;
            await Task.Delay(Pause, ct);
        }
    }
}
