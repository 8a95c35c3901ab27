using System.Diagnostics;
using System.Runtime.CompilerServices;
using OpenTelemetry;

namespace Integrationskonzept.ServiceDefaults.Telemetry;

/// <summary>Leaves the secrets of addresses out of all that a span says, whatever the instrumentations are told to keep.</summary>
sealed class SecretFreeSpans : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        data.DisplayName = UrlSecrets.LeaveOut(data.DisplayName);
        if (data.StatusDescription is { } description)
            data.SetStatus(data.Status, UrlSecrets.LeaveOut(description));
        foreach (ref readonly var tag in data.EnumerateTagObjects())
            LeaveOut(in tag);
        foreach (ref readonly var happened in data.EnumerateEvents())
        foreach (ref readonly var tag in happened.EnumerateTagObjects())
            LeaveOut(in tag);
    }

    // What has happened can't be replaced in a span; but its tags are handed out by reference.
    static void LeaveOut(ref readonly KeyValuePair<string, object?> tag)
    {
        if (tag.Value is string text)
            Unsafe.AsRef(in tag) = new(
                tag.Key,
                tag.Key switch
                {
                    // Here what is a query is known, however strangely it is written.
                    "url.query" => text.Length == 0 ? text : "Redacted",
                    "url.full" => UrlSecrets.LeaveOut(text.Split('?')[0]),
                    _ => UrlSecrets.LeaveOut(text),
                }
            );
    }
}
