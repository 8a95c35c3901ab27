using Integrationskonzept.Identity.Members;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Identity.Operators;

/// <summary>What an operator had offered in Landkreise and nobody accepted yet.</summary>
sealed class OffersOfOthers(IServiceScopeFactory scopes)
{
    public async Task WithdrawAsync(Guid account, CancellationToken ct)
    {
        await using var all = scopes.CreateAsyncScope();
        foreach (var slug in await all.ServiceProvider.GetRequiredService<IdentityDb>().Tenants.Select(row => row.Slug).ToListAsync(ct))
            await WithdrawAsync(slug, account.ToString(), ct);
    }

    async Task WithdrawAsync(string tenant, string by, CancellationToken ct)
    {
        await using var scope = scopes.CreateScopeOf(tenant);
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var log = scope.ServiceProvider.GetRequiredService<GrantLog>();
        foreach (var offer in await db.Invitations.Where(row => row.InvitedBy == by).ToListAsync(ct))
        {
            db.Invitations.Remove(offer);
            log.Add(GrantAction.Withdrawn, invitation: offer.Id, roles: offer.Roles, actor: Invitation.ByConfiguration);
        }
        await db.SaveChangesAsync(ct);
    }
}
