using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Supports;

static class SupportEndpoints
{
    public static void MapSupports(this IEndpointRouteBuilder app)
    {
        var support = app.MapTenantApi("topic-areas/{topicAreaId:guid}/contributions/{id:guid}/support", "Contributions")
            .RequirePermission(Permissions.ContributionsSubmit);

        support
            .MapPut(
                "",
                (Guid topicAreaId, Guid id, ParticipationDb db, Caller caller, CancellationToken ct) =>
                    ChangeAsync(topicAreaId, id, true, db, caller, ct)
            )
            .WithName("support-contribution")
            .WithSummary("Supports a contribution; a second time changes nothing");

        support
            .MapDelete(
                "",
                (Guid topicAreaId, Guid id, ParticipationDb db, Caller caller, CancellationToken ct) =>
                    ChangeAsync(topicAreaId, id, false, db, caller, ct)
            )
            .WithName("stop-supporting-contribution")
            .WithSummary("Supports it no longer; without support nothing changes");
    }

    static Task<Ok<ContributionDto>> ChangeAsync(
        Guid topicAreaId,
        Guid id,
        bool wanted,
        ParticipationDb db,
        Caller caller,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                await db.RequireOpenAsync(topicAreaId, ct);
                var row = await db.HoldContributionAsync(topicAreaId, id, caller, ct);
                row.RequireStanding();
                var given = await db.Supports.SingleOrDefaultAsync(one => one.ContributionId == id && one.Supporter == caller.Id, ct);
                if (wanted && given is null)
                {
                    db.Supports.Add(new() { ContributionId = id, Supporter = caller.Id });
                    row.CountSupport(1);
                }
                else if (!wanted && given is not null)
                {
                    db.Supports.Remove(given);
                    row.CountSupport(-1);
                }
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(await db.ToDtoAsync(row, caller, ct));
            },
            ct
        );
}
