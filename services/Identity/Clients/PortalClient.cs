using Integrationskonzept.ServiceDefaults.Http;
using OpenIddict.Abstractions;

namespace Integrationskonzept.Identity.Clients;

/// <summary>
/// Our own front end is a client like any other, but for its registration: it comes with the platform, at the platform's own address, with
/// the secret <c>Identity:PortalSecret</c>. Without one there is no portal.
/// </summary>
sealed class PortalClient(IServiceScopeFactory scopes, IConfiguration configuration) : IHostedService
{
    const string ClientId = "portal";

    public async Task StartAsync(CancellationToken ct)
    {
        if (configuration["Identity:PortalSecret"] is not { Length: > 0 } secret)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var clients = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        var portal = new Uri(PublicUrl.Of(configuration), "/portal/");
        var descriptor = ClientRegistration.FrontEnd(ClientId, [new(portal, "signed-in")]);
        descriptor.ClientType = OpenIddictConstants.ClientTypes.Confidential;
        descriptor.ClientSecret = secret;
        descriptor.Permissions.Add(OpenIddictConstants.Permissions.Endpoints.EndSession);
        descriptor.PostLogoutRedirectUris.Add(new(portal, "signed-out"));
        if (await clients.FindByClientIdAsync(ClientId, ct) is { } known)
            await clients.UpdateAsync(known, descriptor, ct);
        else
            await MakeAsync(clients, descriptor, ct);
    }

    public Task StopAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Of two processes that start at once, the second finds what the first has made.</summary>
    static async Task MakeAsync(IOpenIddictApplicationManager clients, OpenIddictApplicationDescriptor descriptor, CancellationToken ct)
    {
        try
        {
            await clients.CreateAsync(descriptor, ct);
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            if (await clients.FindByClientIdAsync(ClientId, ct) is null)
                throw;
        }
    }
}
