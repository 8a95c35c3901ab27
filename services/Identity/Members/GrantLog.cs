using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Persons;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Identity.Members;

/// <summary>What happened to roles.</summary>
public enum GrantAction
{
    /// <summary>Roles were offered to an address.</summary>
    Invited,

    /// <summary>A second person agreed to the offer.</summary>
    Confirmed,

    /// <summary>The offer was taken back.</summary>
    Withdrawn,

    /// <summary>The person accepted: from here on the roles count.</summary>
    Accepted,

    /// <summary>Roles were taken away.</summary>
    Removed,

    /// <summary>The operator gave roles to an integration.</summary>
    IntegrationRegistered,

    /// <summary>What the Landkreis demands for roles of staff was changed.</summary>
    RulesChanged,

    /// <summary>Somebody whom the log names was forgotten, as they asked for: their id here leads nowhere any more.</summary>
    Erased,
}

/// <summary>
/// One entry of the log of grants. Ids alone, no addresses; nobody changes or deletes it (a trigger refuses). People stand in it under
/// aliases, which are forgotten with them.
/// </summary>
public sealed class Grant : ITenantOwned, IIdentified, INamesPersons
{
    /// <summary>Actor, where somebody asked to be forgotten.</summary>
    public const string ByErasure = "erasure";

    public string Tenant { get; private set; } = null!;
    public Guid Id { get; init; } = SequentialId.Next();
    public required DateTimeOffset At { get; init; }
    public required GrantAction Action { get; init; }

    /// <summary>Subject of who did it.</summary>
    public required string Actor { get; set; }

    /// <summary>Whose roles, once there is an account.</summary>
    public Guid? AccountId { get; set; }
    public Guid? InvitationId { get; init; }

    /// <summary>Client id of an integration.</summary>
    public string? ClientId { get; init; }
    public List<string> Roles { get; init; } = [];

    /// <summary>Where rules were changed: what they are now.</summary>
    public string? Detail { get; init; }

    /// <summary>Alias of a person who did it.</summary>
    public Guid? ActorAlias => Guid.TryParse(Actor, out var alias) ? alias : null;

    IEnumerable<Guid> INamesPersons.Persons => new[] { AccountId, ActorAlias }.OfType<Guid>();

    void INamesPersons.UseAliases(IReadOnlyDictionary<Guid, Guid> aliases)
    {
        Actor = ActorAlias is { } actor ? aliases[actor].ToString() : Actor;
        AccountId = AccountId is { } account ? aliases[account] : null;
    }
}

/// <summary>Writes the log; saved with the change that it tells of.</summary>
sealed class GrantLog(IdentityDb db, Caller caller, TimeProvider time)
{
    public void Add(
        GrantAction action,
        Guid? account = null,
        Guid? invitation = null,
        string? client = null,
        IEnumerable<string>? roles = null,
        string? actor = null,
        string? detail = null
    ) =>
        db.Grants.Add(
            new()
            {
                At = time.GetUtcNow(),
                Action = action,
                Actor = actor ?? caller.Id,
                AccountId = account,
                InvitationId = invitation,
                ClientId = client,
                Roles = [.. roles ?? []],
                Detail = detail,
            }
        );

    public void Add(GrantAction action, Invitation invitation, Account? account = null) =>
        Add(action, account?.Id, invitation.Id, roles: invitation.Roles, actor: account?.Id.ToString());
}

/// <summary>Roles of integrations, which can have some in several Landkreise: each finds them in its own log.</summary>
sealed class IntegrationGrants(IServiceScopeFactory scopes)
{
    public async Task LogAsync(string tenant, string clientId, IReadOnlyList<string> roles, string actor, CancellationToken ct)
    {
        await using var scope = scopes.CreateScopeOf(tenant);
        scope
            .ServiceProvider.GetRequiredService<GrantLog>()
            .Add(GrantAction.IntegrationRegistered, client: clientId, roles: roles, actor: actor);
        await scope.ServiceProvider.GetRequiredService<IdentityDb>().SaveChangesAsync(ct);
    }
}

sealed class GrantTable : IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Grant> grant)
    {
        grant.HasKey(row => new { row.Tenant, row.Id });
        grant.Property(row => row.Action).HasConversion<string>().HasMaxLength(30);
        grant.Property(row => row.Actor).HasMaxLength(100);
        grant.Property(row => row.ClientId).HasMaxLength(100);
        grant.Ignore(row => row.ActorAlias);
        grant.Property(row => row.Detail).HasMaxLength(200);
        grant.HasIndex(row => new { row.Tenant, row.AccountId });
        grant.HasIndex(row => new { row.Tenant, row.Actor });
    }
}
