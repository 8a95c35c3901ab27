using System.Diagnostics.Metrics;

namespace Integrationskonzept.Mailing.Queue;

/// <summary>What operators watch: how much waits and since when, and what became of the mails.</summary>
public sealed class MailMetrics
{
    readonly Counter<long> settled,
        failed,
        withheld;

    public MailMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Integrationskonzept.Mailing");
        settled = meter.CreateCounter<long>("mails.settled", description: "Mails that are done, by what became of them");
        failed = meter.CreateCounter<long>("mails.failures", description: "Attempts to send that failed");
        withheld = meter.CreateCounter<long>(
            "mails.withheld",
            description: "Mails not written because an address had its share for the day"
        );
        meter.CreateObservableGauge("mails.depth", () => Depth, description: "Mails that wait to be sent");
        meter.CreateObservableGauge("mails.parked", () => Parked, description: "Mails that wait for an operator");
        meter.CreateObservableGauge("mails.oldest.age", () => OldestAge.TotalSeconds, "s", "How long the oldest waiting mail is due");
    }

    internal int Depth { get; private set; }
    internal int Parked { get; private set; }
    internal TimeSpan OldestAge { get; private set; }

    internal void Observe(int depth, int parked, TimeSpan oldest)
    {
        Depth = depth;
        Parked = parked;
        OldestAge = oldest;
    }

    internal void Settled(QueuedMail mail, MailState state) =>
        settled.Add(1, new("tenant", mail.TenantSlug), new("kind", mail.Kind), new("state", state.ToString()));

    internal void Failed(QueuedMail mail) => failed.Add(1, new("tenant", mail.TenantSlug), new("kind", mail.Kind));

    internal void Withheld() => withheld.Add(1);
}
