using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.Identity.Tenants;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Integrationskonzept.Identity.Members;

/// <summary>
/// A Landkreis tightens its rules itself. Loosening them takes the operator, so that nobody in a Landkreis can get around them alone.
/// </summary>
static class MemberRulesEndpoints
{
    public static void MapMemberRules(this IEndpointRouteBuilder app)
    {
        var rules = app.MapTenantApi("members/rules", "Members").RequirePermission(Permissions.MembersManage).ForLiveMembers();

        rules
            .MapGet(
                "",
                async (IdentityDb db, TenantContext tenant, CancellationToken ct) =>
                    TypedResults.Ok(MemberRulesDto.From(await db.FindTenantAsync(tenant.Required, ct)))
            )
            .WithName("get-member-rules")
            .WithSummary("What the Landkreis demands for roles of staff");

        rules
            .MapPut(
                "",
                (MemberRules demand, IfMatch match, IdentityDb db, GrantLog log, TenantContext tenant, CancellationToken ct) =>
                    ChangeAsync(tenant.Required, demand, match, mayLoosen: false, db, log, ct)
            )
            .WithName("change-member-rules")
            .WithSummary("Tightens what the Landkreis demands for roles of staff; only the operator can loosen it");

        app.MapGroup("/api/v1/tenants/{slug}/member-rules")
            .WithTags("Tenants")
            .RequirePermission(Permissions.TenantsManage)
            .ForLiveMembers()
            .WithETags()
            .MapPut(
                "",
                (string slug, MemberRules demand, IfMatch match, IdentityDb db, GrantLog log, TenantContext tenant, CancellationToken ct) =>
                {
                    tenant.Enter(slug);
                    return ChangeAsync(slug, demand, match, mayLoosen: true, db, log, ct);
                }
            )
            .WithName("set-member-rules")
            .WithSummary("Sets what a Landkreis demands for roles of staff, also less than before; its log of grants shows it");
    }

    static async Task<Ok<MemberRulesDto>> ChangeAsync(
        string slug,
        MemberRules demand,
        IfMatch match,
        bool mayLoosen,
        IdentityDb db,
        GrantLog log,
        CancellationToken ct
    )
    {
        var tenant = await db.FindTenantAsync(slug, ct);
        match.Require(tenant);
        if (!mayLoosen && demand.IsLooserThan(tenant.Rules))
            throw new RulesOnlyTighter();
        if (demand != tenant.Rules)
        {
            tenant.Demand(demand);
            log.Add(GrantAction.RulesChanged, detail: $"secondPerson: {demand.SecondPerson}, secondFactor: {demand.SecondFactor}");
        }
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(MemberRulesDto.From(tenant));
    }
}

/// <param name="Version">Version of the Landkreis.</param>
/// <param name="Rules">What it demands.</param>
public sealed record MemberRulesDto(int Version, MemberRules Rules) : IVersioned
{
    internal static MemberRulesDto From(Tenant row) => new(row.Version, row.Rules);
}
