using System.Diagnostics.Metrics;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Publication.Renditions;

/// <summary>What operators watch: documents that were made or failed, how many wait and since when.</summary>
sealed class RenditionMetrics
{
    readonly Counter<long> made,
        failed;

    public RenditionMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Integrationskonzept.Publication");
        made = meter.CreateCounter<long>("renditions.made", description: "Documents of editions that were made");
        failed = meter.CreateCounter<long>("renditions.failures", description: "Attempts to make a document that failed");
        meter.CreateObservableGauge("renditions.depth", () => Depth, description: "Documents that wait to be made");
        meter.CreateObservableGauge("renditions.oldest.age", () => OldestAge.TotalSeconds, "s", "How long the oldest of them is missing");
    }

    int Depth { get; set; }
    TimeSpan OldestAge { get; set; }

    public void Observe(int depth, TimeSpan oldest) => (Depth, OldestAge) = (depth, oldest);

    public void Made(RenditionJob job) => made.Add(1, new("tenant", job.TenantSlug), new("format", job.Format));

    public void Failed(RenditionJob job) => failed.Add(1, new("tenant", job.TenantSlug), new("format", job.Format));
}

/// <summary>Measures beside the worker, which may be busy for long.</summary>
sealed class RenditionGauge(WorkTools tools, RenditionMetrics metrics) : RecurringWork(tools, TimeSpan.FromSeconds(5))
{
    protected override async Task RunAsync(CancellationToken ct)
    {
        await using var scope = NewScope();
        var jobs = scope.ServiceProvider.GetRequiredService<PublicationDb>().RenditionJobs;
        var oldest = await jobs.MinAsync(job => (DateTimeOffset?)job.RequestedAt, ct);
        metrics.Observe(await jobs.CountAsync(ct), oldest is { } since ? Now - since : TimeSpan.Zero);
    }
}
