using System.Security.Cryptography;
using Integrationskonzept.Publication.Editions;
using Integrationskonzept.Publication.Site;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Rendering;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Integrationskonzept.Publication.Renditions;

/// <summary>
/// Makes the documents of sealed editions, one at a time per process; jobs are locked by row, so that several processes share them.
/// A failure is kept with its reason and tried again, later each time.
/// </summary>
sealed class RenditionWorker(IServiceScopeFactory scopes, TimeProvider time, ILogger<RenditionWorker> log) : BackgroundService, IHealthCheck
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(1), LongestDelay = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try { while (await WorkAsync(ct)) { } }
            catch (Exception failure) when (!ct.IsCancellationRequested) { log.LogError(failure, "Renditions could not be worked on"); }
        }
        while (await timer.WaitForNextTickAsync(ct));
    }

    async Task<bool> WorkAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var jobs = scope.ServiceProvider.GetRequiredService<PublicationDb>();
        await using var transaction = await jobs.Database.BeginTransactionAsync(ct);
        var job = await jobs.RenditionJobs.FromSql($"""
            select * from rendition_jobs where due_at <= {time.GetUtcNow()} order by due_at limit 1 for update skip locked
            """).SingleOrDefaultAsync(ct);
        if (job is null) return false;

        try
        {
            await MakeAsync(job, ct);
            jobs.RenditionJobs.Remove(job);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            job.Attempts++;
            job.LastError = failure.Message;
            var delay = TimeSpan.FromSeconds(5 * Math.Pow(2, Math.Min(job.Attempts, 8)));
            job.DueAt = time.GetUtcNow() + (delay < LongestDelay ? delay : LongestDelay);
            log.LogWarning(failure, "{Format} of edition {Edition} of {Tenant} failed, attempt {Attempts}", job.Format, job.EditionId, job.TenantSlug, job.Attempts);
        }
        await jobs.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    async Task MakeAsync(RenditionJob job, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<TenantContext>().Enter(job.TenantSlug);
        using var span = PublicationSpans.Source.StartActivity($"render {job.Format}");
        span?.SetTag("tenant", job.TenantSlug);

        var db = services.GetRequiredService<PublicationDb>();
        var tenant = await services.GetRequiredService<TenantDirectory>().GetAsync(job.TenantSlug, ct);
        var edition = await db.Editions.AsNoTracking().GetAsync(job.EditionId, ct);
        var rendition = await db.Renditions.SingleAsync(row => row.EditionId == job.EditionId && row.Format == job.Format, ct);
        var html = await EditionHtml.PrintAsync(services, edition, tenant);
        rendition.Bytes = await services.GetRequiredService<RenderingClient>().RenderAsync(
            Enum.Parse<RenderFormat>(job.Format, ignoreCase: true),
            new(html, $"{edition.Content.Title} – {tenant.Name}", "de", tenant.Name, edition.SealedAt), ct);
        rendition.Hash = Convert.ToHexStringLower(SHA256.HashData(rendition.Bytes));
        rendition.MadeAt = time.GetUtcNow();
        await db.SaveChangesAsync(ct);
    }

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var failing = await scope.ServiceProvider.GetRequiredService<PublicationDb>().RenditionJobs.CountAsync(job => job.Attempts > 2, ct);
        return failing == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"{failing} documents failed more than twice and are tried again.");
    }
}

static class RenditionSetup
{
    public static IServiceCollection AddRenditions(this IServiceCollection services)
    {
        services.AddSingleton<RenditionWorker>().AddHostedService(provider => provider.GetRequiredService<RenditionWorker>());
        services.AddHealthChecks().AddCheck<RenditionWorker>("renditions");
        return services;
    }
}
