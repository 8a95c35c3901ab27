using Integrationskonzept.ServiceDefaults.Work;
using OpenIddict.Abstractions;

namespace Integrationskonzept.Identity.Tokens;

/// <summary>Forgets tokens and authorizations that ended a fortnight ago, once a day.</summary>
sealed class TokenPruning(WorkTools tools) : RecurringWork(tools, TimeSpan.FromDays(1))
{
    static readonly TimeSpan Keep = TimeSpan.FromDays(14);

    protected override async Task RunAsync(CancellationToken ct)
    {
        await using var scope = NewScope();
        await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(Now - Keep, ct);
        await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(Now - Keep, ct);
    }
}
