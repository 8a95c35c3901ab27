using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
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
}

/// <summary>One entry of the log of grants. Ids alone, no addresses; nobody changes or deletes it (a trigger refuses).</summary>
public sealed class Grant : ITenantOwned, IIdentified
{
    public string Tenant { get; private set; } = null!;
    public Guid Id { get; init; } = SequentialId.Next();
    public required DateTimeOffset At { get; init; }
    public required GrantAction Action { get; init; }

    /// <summary>Subject of who did it.</summary>
    public required string Actor { get; init; }

    /// <summary>Whose roles, once there is an account.</summary>
    public Guid? AccountId { get; init; }
    public Guid? InvitationId { get; init; }

    /// <summary>Client id of an integration.</summary>
    public string? ClientId { get; init; }
    public List<string> Roles { get; init; } = [];

    /// <summary>Where rules were changed: what they are now.</summary>
    public string? Detail { get; init; }
}

/// <summary>Writes the log; saved with the change that it tells of.</summary>
sealed class GrantLog(IdentityDb db, Caller caller, TimeProvider time)
{
    public void Add(
        GrantAction action, Guid? account = null, Guid? invitation = null, string? client = null, IEnumerable<string>? roles = null, string? actor = null,
        string? detail = null) => db.Grants.Add(new()
    {
        At = time.GetUtcNow(), Action = action, Actor = actor ?? caller.Id, AccountId = account, InvitationId = invitation, ClientId = client,
        Roles = [.. roles ?? []], Detail = detail,
    });

    public void Add(GrantAction action, Invitation invitation, Account? account = null) =>
        Add(action, account?.Id, invitation.Id, roles: invitation.Roles, actor: account?.Id.ToString());
}

/// <summary>Roles of integrations, which can have some in several Landkreise: each finds them in its own log.</summary>
sealed class IntegrationGrants(IServiceScopeFactory scopes)
{
    public async Task LogAsync(string tenant, string clientId, IReadOnlyList<string> roles, string actor, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(tenant);
        scope.ServiceProvider.GetRequiredService<GrantLog>().Add(GrantAction.IntegrationRegistered, client: clientId, roles: roles, actor: actor);
        await scope.ServiceProvider.GetRequiredService<IdentityDb>().SaveChangesAsync(ct);
    }
}

static class GrantEndpoints
{
    public static void MapGrants(this IEndpointRouteBuilder app) => app.MapTenantApi("members/grants", "Members").RequirePermission(Permissions.MembersManage)
        .MapGet("", async ([AsParameters] PageRequest page, IdentityDb db, TenantContext tenant, HttpContext http, CancellationToken ct) =>
        {
            var grants = await db.Grants.AsNoTracking().ToPageAsync(page, http, row => row);
            var (accounts, invitations) = (Ids(grants, row => row.AccountId).Concat(Ids(grants, row => Guid.TryParse(row.Actor, out var id) ? id : null)).ToList(),
                Ids(grants, row => row.InvitationId).ToList());
            // Names of those who are members or invited now; of others only the id is left.
            var names = await db.Accounts.Where(row => accounts.Contains(row.Id) && row.Memberships.Any(own => own.TenantSlug == tenant.Required))
                .Select(row => new { row.Id, row.UserName }).Concat(db.Invitations.Where(row => invitations.Contains(row.Id)).Select(row => new { row.Id, row.UserName }))
                .ToDictionaryAsync(row => row.Id, row => row.UserName, ct);
            return TypedResults.Ok(new Page<GrantDto>([.. grants.Items.Select(row => GrantDto.From(row, names))], grants.Next));
        })
        .WithName("list-grants").WithSummary("Who offered, confirmed, accepted and took away which roles, oldest first; nobody can change it");

    static IEnumerable<Guid> Ids(Page<Grant> grants, Func<Grant, Guid?> of) => grants.Items.Select(of).OfType<Guid>().Distinct();
}

/// <param name="Id">Id.</param>
/// <param name="At">When.</param>
/// <param name="Action">What happened.</param>
/// <param name="Actor">Subject of who did it.</param>
/// <param name="ActorName">Their mail address, if they are a member now.</param>
/// <param name="AccountId">Whose roles; absent before the invitation is accepted.</param>
/// <param name="InvitationId">By which invitation.</param>
/// <param name="UserName">Mail address, while they are a member or invited.</param>
/// <param name="ClientId">Client id, where an integration got the roles.</param>
/// <param name="Roles">Which roles.</param>
/// <param name="Detail">Where rules were changed: what they are now.</param>
public sealed record GrantDto(
    Guid Id, DateTimeOffset At, GrantAction Action, string Actor, string? ActorName, Guid? AccountId, Guid? InvitationId, string? UserName, string? ClientId,
    IReadOnlyList<string> Roles, string? Detail)
{
    internal static GrantDto From(Grant row, IReadOnlyDictionary<Guid, string> names) => new(
        row.Id, row.At, row.Action, row.Actor, Guid.TryParse(row.Actor, out var actor) ? names.GetValueOrDefault(actor) : null, row.AccountId, row.InvitationId,
        names.GetValueOrDefault(row.AccountId ?? row.InvitationId ?? Guid.Empty), row.ClientId, row.Roles, row.Detail);
}

sealed class GrantTable : IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Grant> grant)
    {
        grant.HasKey(row => new { row.Tenant, row.Id });
        grant.Property(row => row.Action).HasConversion<string>().HasMaxLength(30);
        grant.Property(row => row.Actor).HasMaxLength(100);
        grant.Property(row => row.ClientId).HasMaxLength(100);
        grant.Property(row => row.Detail).HasMaxLength(200);
    }
}
