namespace Integrationskonzept.Identity.Tenants;

/// <summary>Does more once a Landkreis is registered; it runs after each registration and finds what is missing by itself.</summary>
interface IAfterRegistration
{
    Task TenantRegisteredAsync(CancellationToken ct);
}
