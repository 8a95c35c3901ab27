using Microsoft.Extensions.DependencyInjection;

namespace Integrationskonzept.ServiceDefaults.Work;

/// <summary>Recurring work that forgets what is not needed any more. Operators can have a turn at once; it never does harm.</summary>
public abstract class Housekeeping(WorkTools tools, TimeSpan every) : RecurringWork(tools, every)
{
    /// <summary>A part of the turn; where it forgot anything, a span says how much. Only then, so without its statements.</summary>
    /// <param name="tenant">Whose rows; null for those that are nobody's.</param>
    /// <param name="forget">Returns how many rows.</param>
    protected async Task ForgetAsync(string? tenant, Func<Task<int>> forget)
    {
        var since = Now;
        if (await forget() is not (> 0 and var rows))
            return;
        using var span = StartSpan(tenant, since);
        span?.SetTag("rows", rows).SetTag("outcome", "forgotten");
    }

    /// <summary>The same for each tenant.</summary>
    protected Task ForgetOfEachTenantAsync(Func<IServiceProvider, Task<int>> forget, CancellationToken ct) =>
        ForEachTenantAsync((tenant, services) => ForgetAsync(tenant, () => forget(services)), ct);
}

/// <summary>How services name their housekeeping.</summary>
public static class HousekeepingSetup
{
    /// <summary>Runs from the start of the process, and when operators want it.</summary>
    public static IServiceCollection AddHousekeeping<T>(this IServiceCollection services)
        where T : Housekeeping =>
        services
            .AddSingleton<T>()
            .AddHostedService(provider => provider.GetRequiredService<T>())
            .AddSingleton<Housekeeping>(provider => provider.GetRequiredService<T>());
}
