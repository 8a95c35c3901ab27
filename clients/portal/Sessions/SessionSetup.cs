using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Integrationskonzept.Portal.Sessions;

static class SessionSetup
{
    public static void AddSessions(this WebApplicationBuilder builder)
    {
        builder.Services.AddDbContext<PortalDb>(options =>
            PortalDb.Configure(options, builder.Configuration.GetConnectionString(PortalDb.Service))
        );
        builder.AddProtectionKeys<PortalDb>(PortalDb.Service);
        builder.Services.AddSingleton<ITicketStore, SessionStore>();
        builder.Services.AddSingleton<WorkReport>().AddSingleton<WorkTools>().AddHousekeeping<SessionHousekeeping>();
        builder.Services.AddHealthChecks().AddCheck<SessionHealth>("database").AddCheck<WorkReport>("recurring-work");
    }
}

/// <summary>Forgets sessions that are over, and forms that nobody came back for.</summary>
sealed class SessionHousekeeping(WorkTools tools) : Housekeeping(tools, TimeSpan.FromMinutes(10))
{
    protected override async Task RunAsync(CancellationToken ct)
    {
        await using var scope = NewScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<PortalDb>(), Now);
        await ForgetAsync(
            null,
            async () =>
                await db.Sessions.Where(row => row.ExpiresAt <= now).ExecuteDeleteAsync(ct)
                + await db.KeptForms.Where(row => row.ExpiresAt <= now).ExecuteDeleteAsync(ct)
        );
    }
}

sealed class SessionHealth(PortalDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default) =>
        await db.Database.CanConnectAsync(ct)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The database of sessions does not answer.");
}
