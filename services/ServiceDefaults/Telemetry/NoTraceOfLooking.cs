using System.Diagnostics;
using OpenTelemetry.Trace;

namespace Integrationskonzept.ServiceDefaults.Telemetry;

/// <summary>
/// Asking somebody else (a statement, a request that goes out) begins no trace, it only belongs to one. So a worker that looks for work and
/// finds none leaves nothing behind; what it finds it does within a span of its own.
/// </summary>
sealed class NoTraceOfLooking : Sampler
{
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        new(samplingParameters.Kind == ActivityKind.Client ? SamplingDecision.Drop : SamplingDecision.RecordAndSample);
}
