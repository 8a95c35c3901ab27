using Integrationskonzept.ServiceDefaults.Work;
using OpenIddict.Abstractions;

namespace Integrationskonzept.Identity.Tokens;

/// <summary>Forgets tokens and authorizations that ended a fortnight ago, once a day.</summary>
sealed class TokenPruning(WorkTools tools) : Housekeeping(tools, TimeSpan.FromDays(1))
{
    static readonly TimeSpan Keep = TimeSpan.FromDays(14);

    protected override async Task RunAsync(CancellationToken ct)
    {
        await using var scope = NewScope();
        var tokens = scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>();
        var authorizations = scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>();
        await ForgetAsync(
            null,
            async () => (int)(await tokens.PruneAsync(Now - Keep, ct) + await authorizations.PruneAsync(Now - Keep, ct))
        );
    }
}
