using System.Diagnostics;
using System.Security.Cryptography;
using Integrationskonzept.Publication.Site;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Rendering;
using Integrationskonzept.ServiceDefaults.Telemetry;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Integrationskonzept.Publication.Renditions;

/// <summary>
/// Makes the documents of sealed editions, one at a time per process; jobs are locked by row, so that several processes share them.
/// A failure is kept with its reason and tried again, later each time.
/// </summary>
sealed class RenditionWorker(WorkTools tools, RenditionMetrics metrics) : RecurringWork(tools, TimeSpan.FromSeconds(1)), IHealthCheck
{
    static readonly BackOff Later = new(TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(10));

    protected override async Task RunAsync(CancellationToken ct)
    {
        while (await WorkAsync(ct)) { }
    }

    async Task<bool> WorkAsync(CancellationToken ct)
    {
        await using var scope = NewScope();
        var jobs = scope.ServiceProvider.GetRequiredService<PublicationDb>();
        await using var transaction = await jobs.Database.BeginTransactionAsync(ct);
        var job = await jobs
            .RenditionJobs.FromSql(
                $"""
                select * from rendition_jobs where due_at <= {Now} order by due_at limit 1 for update skip locked
                """
            )
            .SingleOrDefaultAsync(ct);
        if (job is null)
            return false;

        using var span = StartSpan(job.TenantSlug, cause: job.TraceParent)?.SetTag("kind", job.Format);
        using var logged = Log.BeginTenant(job.TenantSlug);
        try
        {
            await MakeAsync(job, ct);
            jobs.RenditionJobs.Remove(job);
            metrics.Made(job);
            span?.SetTag("outcome", "made");
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            job.Attempts++;
            job.LastError = failure.Message;
            job.DueAt = Now + Later.After(job.Attempts);
            metrics.Failed(job);
            span?.SetTag("outcome", "failed").SetStatus(ActivityStatusCode.Error, failure.GetType().Name);
            Log.LogWarning(
                failure,
                "{Format} of edition {Edition} of {Tenant} failed, attempt {Attempts}",
                job.Format,
                job.EditionId,
                job.TenantSlug,
                job.Attempts
            );
        }
        await jobs.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    async Task MakeAsync(RenditionJob job, CancellationToken ct)
    {
        await using var scope = NewScope(job.TenantSlug);
        var services = scope.ServiceProvider;

        var db = services.GetRequiredService<PublicationDb>();
        var tenant = await services.GetRequiredService<TenantClock>().LandkreisAsync(ct);
        var edition = await db.Editions.AsNoTracking().GetAsync(job.EditionId, ct);
        var rendition = await db.Renditions.SingleAsync(row => row.EditionId == job.EditionId && row.Format == job.Format, ct);
        var html = await EditionHtml.PrintAsync(services, edition, tenant);
        rendition.Bytes = await services
            .GetRequiredService<RenderingClient>()
            .RenderAsync(
                Enum.Parse<RenderFormat>(job.Format, ignoreCase: true),
                new(html, $"{edition.Content.Title} – {tenant.Name}", "de", tenant.Name, edition.SealedAt),
                ct
            );
        rendition.Hash = Convert.ToHexStringLower(SHA256.HashData(rendition.Bytes));
        rendition.MadeAt = Now;
        await db.SaveChangesAsync(ct);
    }

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default)
    {
        await using var scope = NewScope();
        var failing = await scope.ServiceProvider.GetRequiredService<PublicationDb>().RenditionJobs.CountAsync(job => job.Attempts > 2, ct);
        return failing == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"{failing} documents failed more than twice and are tried again.");
    }
}

static class RenditionSetup
{
    public static IServiceCollection AddRenditions(this IServiceCollection services)
    {
        services.AddSingleton<RenditionMetrics>().AddHostedService<RenditionGauge>();
        services.AddSingleton<RenditionWorker>().AddHostedService(provider => provider.GetRequiredService<RenditionWorker>());
        services.AddHealthChecks().AddCheck<RenditionWorker>("renditions");
        return services;
    }
}
