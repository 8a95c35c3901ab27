using Integrationskonzept.Identity.Notices;
using Integrationskonzept.ServiceDefaults.Tenancy;

namespace Integrationskonzept.Identity.Operators;

static class OperatorSetup
{
    /// <summary>After the development accounts, of which one is an operator.</summary>
    public static void AddOperators(this WebApplicationBuilder builder) =>
        builder
            .Services.AddSingleton(OperatorSettings.From(builder.Configuration, builder.Environment))
            .AddSingleton<OffersOfOthers>()
            .AddScoped<OperatorGrants>()
            .AddHostedService<AtStart>();

    sealed class AtStart(IServiceScopeFactory scopes, ILogger<AtStart> log) : IHostedService
    {
        public async Task StartAsync(CancellationToken ct)
        {
            await using var scope = scopes.CreateScopeOf(AccountNotices.OfNoLandkreis);
            if (await scope.ServiceProvider.GetRequiredService<OperatorGrants>().ApplyAsync(ct) > 0)
                log.LogWarning("Who is an operator was changed, as the configuration says; the log of grants says how");
        }

        public Task StopAsync(CancellationToken ct) => Task.CompletedTask;
    }
}
