using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.DataProtection;

namespace Integrationskonzept.Identity.Members;

/// <summary>What an invitation's mail leads to: signed, encrypted, as long good as the invitation is there.</summary>
sealed class InvitationLinks(IDataProtectionProvider protection, IConfiguration configuration)
{
    readonly Uri site = PublicUrl.Of(configuration);
    readonly ITimeLimitedDataProtector protector = protection.CreateProtector("member-invitation").ToTimeLimitedDataProtector();

    public string To(Invitation invitation) =>
        new Uri(site, $"/account/invitation/{protector.Protect($"{invitation.Tenant}/{invitation.Id}", invitation.ExpiresAt)}").AbsoluteUri;

    /// <exception cref="InvitationInvalid">Forged or expired.</exception>
    public (string Tenant, Guid Id) Read(string token) =>
        protector.Open(token)?.Split('/') is [var tenant, var id] ? (tenant, Guid.Parse(id)) : throw new InvitationInvalid();
}
