using System.Diagnostics;
using Microsoft.Extensions.Logging;
using OpenTelemetry;

namespace Integrationskonzept.ServiceDefaults.Telemetry;

/// <summary>The tenant on spans and logs, always under the same name.</summary>
public static class TenantMarks
{
    const string Name = "tenant";

    /// <summary>On the span and on all below it.</summary>
    public static Activity? SetTenant(this Activity? span, string tenant) => span?.SetTag(Name, tenant).SetBaggage(Name, tenant);

    /// <summary>On all logs until the end of the scope.</summary>
    public static IDisposable? BeginTenant(this ILogger log, string tenant) =>
        log.BeginScope(new Dictionary<string, object> { [Name] = tenant });

    internal static void Inherit(Activity span)
    {
        if (span.GetTagItem(Name) is null && span.GetBaggageItem(Name) is { } tenant)
            span.SetTag(Name, tenant);
    }
}

/// <summary>Puts the tenant on every span below the one that resolved it.</summary>
sealed class TenantSpans : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data) => TenantMarks.Inherit(data);
}
