using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integrationskonzept.ServiceDefaults.Http;

/// <summary>Forgets idempotency keys after 24 hours, once an hour.</summary>
sealed class IdempotencyHousekeeping(WorkTools tools) : Housekeeping(tools, TimeSpan.FromHours(1))
{
    internal static readonly TimeSpan Keep = TimeSpan.FromHours(24);

    protected override Task RunAsync(CancellationToken ct)
    {
        var before = Now - Keep;
        return ForgetOfEachTenantAsync(
            services =>
                services.GetRequiredService<ServiceDb>().IdempotencyKeys.Where(key => key.CreatedAt < before).ExecuteDeleteAsync(ct),
            ct
        );
    }
}
