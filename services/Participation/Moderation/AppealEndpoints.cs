using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Moderation;

/// <summary>What authors see of moderation, and how they ask for another look.</summary>
static class AppealEndpoints
{
    public static void MapAppeals(this IEndpointRouteBuilder app)
    {
        var api = app.MapTenantApi("moderation", "Moderation").RequirePermission(Permissions.ContributionsSubmit);

        api.MapGet("mine", ListMineAsync)
            .WithName("my-moderated-items")
            .WithSummary("What the caller wrote and others don't see, or did not for a while: why, and what can be done, oldest first");

        api.MapPost("{id:guid}/appeal", AppealAsync)
            .WithName("appeal-moderation-case")
            .WithSummary("Asks for another look at what of the caller was hidden, once; another person decides");
    }

    static async Task<Page<MyModeratedItemDto>> ListMineAsync(
        ParticipationDb db,
        [AsParameters] PageRequest page,
        Caller caller,
        HttpContext http
    )
    {
        var me = caller.Id;
        var shown = await db
            .ModerationCases.AsNoTracking()
            .Where(row => row.Author == me && row.Item != ModeratedItem.Block)
            .Where(row =>
                row.Kind == CaseKind.Held
                || (row.Kind != CaseKind.Appealed && (row.Outcome == CaseOutcome.Hidden || row.Outcome == CaseOutcome.Restored))
            )
            .ToPageAsync(page, http, row => row);
        var notes = await db.NotesAsync([.. shown.Items.Select(row => row.ItemId)], me, http.RequestAborted);
        return new([.. shown.Items.Select(row => MyModeratedItemDto.From(row, notes.GetValueOrDefault(row.ItemId)))], shown.Next);
    }

    /// <summary>To all but its author a case is not there.</summary>
    static Task<Created<MyModeratedItemDto>> AppealAsync(
        Guid id,
        AppealText appeal,
        ParticipationDb db,
        TenantClock clock,
        Caller caller,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                var (me, now) = (caller.Id, clock.GetUtcNow());
                var one =
                    await db
                        .ModerationCases.FromSql($"select * from moderation_cases where id = {id} for update")
                        .SingleOrDefaultAsync(row => row.Author == me && row.Item != ModeratedItem.Block, ct)
                    ?? throw new NotFoundProblem();
                var made = db.ModerationCases.Add(one.Appeal(appeal.Text.Trim(), now)).Entity;
                db.ModerationLog.Add(LogEntry.Of(made, ModerationAct.Appealed, now));
                await db.SaveChangesAsync(ct);
                var notes = await db.NotesAsync([one.ItemId], me, ct);
                return TypedResults.Created(
                    $"/api/v1/{clock.Slug}/moderation/mine",
                    MyModeratedItemDto.From(one, notes.GetValueOrDefault(one.ItemId))
                );
            },
            ct
        );
}

/// <summary>Something that the caller wrote, and what moderation did with it.</summary>
/// <param name="Id">Id of the case.</param>
/// <param name="Item">What it is.</param>
/// <param name="ItemId">Id of the contribution or comment.</param>
/// <param name="Since">Since when.</param>
/// <param name="TopicAreaId">Where it was written.</param>
/// <param name="ContributionId">The contribution, or that on which the comment is.</param>
/// <param name="Outcome">What came of it; absent while it waits.</param>
/// <param name="Note">Why others don't see it, and what can be done; absent once they do, or it was taken back.</param>
public sealed record MyModeratedItemDto(
    Guid Id,
    ModeratedItem Item,
    Guid ItemId,
    DateTimeOffset Since,
    Guid? TopicAreaId = null,
    Guid? ContributionId = null,
    CaseOutcome? Outcome = null,
    ModerationNote? Note = null
)
{
    internal static MyModeratedItemDto From(ModerationCase row, ModerationNote? note) =>
        new(
            row.Id,
            row.Item,
            row.ItemId,
            row.DecidedAt ?? row.OpenedAt,
            row.TopicAreaId,
            row.ContributionId,
            row.Outcome,
            note?.CaseId == row.Id ? note : null
        );
}
