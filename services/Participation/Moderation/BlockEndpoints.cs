using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Moderation;

/// <summary>Who may not contribute: blocked by what they wrote, never by name.</summary>
static class BlockEndpoints
{
    public static void MapBlocks(this IEndpointRouteBuilder app)
    {
        var api = app.MapTenantApi("moderation", "Moderation");

        api.MapPost("{id:guid}/block", BlockAsync)
            .RequirePermission(Permissions.ModerationDecide)
            .WithName("block-author")
            .WithSummary("Blocks who wrote it from contributing, until a time or for good; they can still read, and appeal");

        api.MapGet("blocks", ListAsync)
            .RequirePermission(Permissions.ModerationDecide)
            .WithName("list-blocks")
            .WithSummary("Who may not contribute, and who might not for a while");

        api.MapPost("blocks/{id:guid}/lift", LiftAsync)
            .RequirePermission(Permissions.ModerationDecide)
            .WithName("lift-block")
            .WithSummary("Lets the person contribute again");

        api.MapGet("blocks/mine", GetMineAsync)
            .RequirePermission(Permissions.ContributionsSubmit)
            .WithName("get-my-block")
            .WithSummary("That the caller may not contribute, why, and until when; 404 if they may");

        api.MapPost("blocks/mine/appeal", AppealAsync)
            .RequirePermission(Permissions.ContributionsSubmit)
            .WithName("appeal-my-block")
            .WithSummary("Asks for another look at the block, once");
    }

    static Task<Created<BlockDto>> BlockAsync(
        Guid id,
        BlockAuthor wish,
        ParticipationDb db,
        TenantClock clock,
        Caller caller,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                var (one, now) = (await db.ModerationCases.AsNoTracking().GetAsync(id, ct), clock.GetUtcNow());
                var person = one.Author ?? throw new AuthorIsGone();
                if (person == caller.Id)
                    throw new OwnPerson();
                var known = await db.Blocks.SingleOrDefaultAsync(row => row.Person == person, ct);
                if (known is not null && await db.OpenAppealAsync(known.Id, ct) is { } appeal)
                    // Who blocked somebody does not get rid of the appeal by blocking them once more.
                    appeal.RequireDecidableBy(caller.Id, now);
                var block = known ?? db.Blocks.Add(new() { Person = person }).Entity;
                block.Begin(id, caller.Id, wish.Reason, Words.OrNull(wish.Text), wish.Until, now);
                // An appeal against a block that is replaced would be decided about another one.
                await db.CloseCasesAsync(db.ModerationCases.Where(row => row.ItemId == block.Id), now, ct, caller.Id);
                db.LogBlock(block, ModerationAct.Blocked, caller.Id, now);
                await db.SaveChangesAsync(ct);
                return TypedResults.Created($"/api/v1/{clock.Slug}/moderation/blocks", BlockDto.From(block, caller, now));
            },
            ct
        );

    static Task<ModerationCase?> OpenAppealAsync(this ParticipationDb db, Guid block, CancellationToken ct) =>
        db.ModerationCases.SingleOrDefaultAsync(row => row.ItemId == block && row.Outcome == null, ct);

    static void LogBlock(this ParticipationDb db, Block block, ModerationAct act, string caller, DateTimeOffset now) =>
        db.ModerationLog.Add(
            new()
            {
                At = now,
                Act = act,
                Actor = caller,
                Item = ModeratedItem.Block,
                ItemId = block.Id,
                CaseId = block.CaseId,
                Reason = block.Reason,
                ReasonText = block.ReasonText,
            }
        );

    static async Task<Page<BlockDto>> ListAsync(
        ParticipationDb db,
        [AsParameters] PageRequest page,
        TenantClock clock,
        Caller caller,
        HttpContext http
    )
    {
        var now = clock.GetUtcNow();
        return await db.Blocks.AsNoTracking().ToPageAsync(page, http, row => BlockDto.From(row, caller, now));
    }

    static async Task<Ok<BlockDto>> LiftAsync(
        Guid id,
        IfMatch match,
        ParticipationDb db,
        TenantClock clock,
        Caller caller,
        CancellationToken ct
    )
    {
        var (block, now) = (await db.Blocks.GetAsync(id, ct), clock.GetUtcNow());
        match.Require(block);
        if (block.Person == caller.Id)
            throw new OwnCase();
        block.Lift(now);
        await db.CloseCasesAsync(db.ModerationCases.Where(row => row.ItemId == id), now, ct, caller.Id);
        db.LogBlock(block, ModerationAct.Unblocked, caller.Id, now);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(BlockDto.From(block, caller, now));
    }

    static async Task<Block> MineAsync(this IQueryable<Block> blocks, string person, DateTimeOffset now, CancellationToken ct) =>
        await blocks.SingleOrDefaultAsync(row => row.Person == person, ct) is { } block && block.IsInForce(now)
            ? block
            : throw new NotFoundProblem();

    static async Task<Ok<MyBlockDto>> GetMineAsync(ParticipationDb db, TenantClock clock, Caller caller, CancellationToken ct) =>
        TypedResults.Ok(await db.ToMineAsync(await db.Blocks.AsNoTracking().MineAsync(caller.Id, clock.GetUtcNow(), ct), ct));

    static Task<Ok<MyBlockDto>> AppealAsync(
        AppealText appeal,
        ParticipationDb db,
        TenantClock clock,
        Caller caller,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                var now = clock.GetUtcNow();
                var block = await db.Blocks.MineAsync(caller.Id, now, ct);
                block.BeAppealed(now);
                var item = new ItemOfCase(ModeratedItem.Block, block.Id, null, null, block.Person);
                var one = db.ModerationCases.Add(ModerationCase.AppealOn(item, block.By, appeal.Text.Trim(), now)).Entity;
                db.ModerationLog.Add(LogEntry.Of(one, ModerationAct.Appealed, now));
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(await db.ToMineAsync(block, ct));
            },
            ct
        );

    static async Task<MyBlockDto> ToMineAsync(this ParticipationDb db, Block block, CancellationToken ct)
    {
        var appeal = block.Appealed
            ? await db
                .ModerationCases.AsNoTracking()
                .Where(row => row.ItemId == block.Id && row.Kind == CaseKind.Appealed)
                .OrderByDescending(row => row.Id)
                .FirstOrDefaultAsync(ct)
            : null;
        AppealState? state =
            appeal is null ? null
            : appeal.IsOpen ? AppealState.Waiting
            : AppealState.Rejected;
        return new(block.Reason, block.Since, !block.Appealed, block.ReasonText, block.Until, state, appeal?.ReasonText);
    }
}
