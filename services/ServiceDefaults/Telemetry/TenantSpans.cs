using System.Diagnostics;
using OpenTelemetry;

namespace Integrationskonzept.ServiceDefaults.Telemetry;

/// <summary>Puts the tenant on every span below the one that resolved it.</summary>
sealed class TenantSpans : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        if (data.GetTagItem("tenant") is null && data.GetBaggageItem("tenant") is { } tenant) data.SetTag("tenant", tenant);
    }
}
