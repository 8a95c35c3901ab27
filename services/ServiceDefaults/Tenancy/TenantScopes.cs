using Microsoft.Extensions.DependencyInjection;

namespace Integrationskonzept.ServiceDefaults.Tenancy;

/// <summary>How work that no request or message brings comes into a tenant.</summary>
public static class TenantScopes
{
    /// <summary>A scope that sees the rows of that tenant only.</summary>
    public static AsyncServiceScope CreateScopeOf(this IServiceScopeFactory scopes, string tenant)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(tenant);
        return scope;
    }
}
