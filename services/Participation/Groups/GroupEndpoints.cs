using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Groups;

/// <summary>What a Landkreis calls the five groups, and which shares it wants.</summary>
static class GroupEndpoints
{
    public static void MapStakeholderGroups(this IEndpointRouteBuilder app)
    {
        var groups = app.MapTenantApi("stakeholder-groups", "Stakeholder groups");

        groups
            .MapGet(
                "",
                async (ParticipationDb db, CancellationToken ct) =>
                    TypedResults.Ok(
                        await db.StakeholderGroups.AsNoTracking().SingleOrDefaultAsync(ct) is { } row
                            ? StakeholderGroupsDto.From(row, row.Version)
                            : StakeholderGroupsDto.From(StakeholderGroups.Begin(), 0)
                    )
            )
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("get-stakeholder-groups")
            .WithSummary("The five groups as the Landkreis calls them, with their target shares; version 0: nothing is settled");

        groups
            .MapPut("", SettleAsync)
            .RequirePermission(Permissions.OrganisationsManage)
            .WithName("set-stakeholder-groups")
            .WithSummary("Settles names, descriptions and target shares (the first time with If-None-Match: *); who is left out has none")
            .MayBegin();
    }

    static Task<Ok<StakeholderGroupsDto>> SettleAsync(SetStakeholderGroups wish, IfMatch match, ParticipationDb db, CancellationToken ct) =>
        db.InTransactionAsync(
            async () =>
            {
                wish.Require();
                var groups = await db.StakeholderGroups.SingleOrDefaultAsync(ct);
                match.Require(groups ?? (IVersioned)new NotYet());
                groups ??= db.StakeholderGroups.Add(StakeholderGroups.Begin()).Entity;
                groups.Settle(wish.Groups.Select(group => group.ToSetting()));
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(StakeholderGroupsDto.From(groups, groups.Version));
            },
            ct
        );
}
