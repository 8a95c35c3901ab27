using OpenIddict.Abstractions;

namespace Integrationskonzept.Identity.Tokens;

/// <summary>Forgets tokens and authorizations that ended a fortnight ago, once a day.</summary>
sealed class TokenPruning(IServiceScopeFactory scopes, TimeProvider time, ILogger<TokenPruning> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromDays(1), Keep = TimeSpan.FromDays(14);

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(ct))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var before = time.GetUtcNow() - Keep;
                await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(before, ct);
                await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(before, ct);
            }
            catch (Exception failure) when (!ct.IsCancellationRequested) { log.LogWarning(failure, "Old tokens could not be pruned"); }
        }
    }
}
