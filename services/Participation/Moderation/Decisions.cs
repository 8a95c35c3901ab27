using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Moderation;

/// <param name="Decision">What is decided; what can be is in <c>possible</c>.</param>
/// <param name="Reason">Why it is hidden; must be said then.</param>
/// <param name="Text">For the author, up to 1,000 characters; must be said where the reason is <c>other</c>.</param>
public sealed record DecideCase(CaseDecision Decision, ReasonKind? Reason = null, [MaxLength(1000)] string? Text = null);

/// <param name="ContributionId">The contribution, or that on which the comment is.</param>
/// <param name="Reason">Why.</param>
/// <param name="CommentId">The comment, if it is one.</param>
/// <param name="Text">For the author, up to 1,000 characters; must be said where the reason is <c>other</c>.</param>
public sealed record HideItem(Guid ContributionId, ReasonKind Reason, Guid? CommentId = null, [MaxLength(1000)] string? Text = null);

/// <summary>What a decision does, in one transaction: to the case, to what it is about, and in the log.</summary>
static class Decisions
{
    static readonly Dictionary<CaseDecision, (CaseOutcome Outcome, ModerationAct Act)> Effects = new()
    {
        [CaseDecision.Publish] = (CaseOutcome.Published, ModerationAct.Published),
        [CaseDecision.Hide] = (CaseOutcome.Hidden, ModerationAct.Hidden),
        [CaseDecision.RejectReports] = (CaseOutcome.ReportsRejected, ModerationAct.ReportsRejected),
        [CaseDecision.Restore] = (CaseOutcome.Restored, ModerationAct.Restored),
        [CaseDecision.RejectAppeal] = (CaseOutcome.AppealRejected, ModerationAct.AppealRejected),
    };

    /// <summary>What was hidden can be shown again later, without an appeal.</summary>
    public static IEnumerable<CaseDecision> PossibleFor(ModerationCase one, string caller) =>
        one.Author == caller ? []
        : one.IsOpen ? ModerationCase.Possible(one.Kind).Select(outcome => Effects.Single(effect => effect.Value.Outcome == outcome).Key)
        : one.Outcome == CaseOutcome.Hidden ? [CaseDecision.Restore]
        : [];

    public static Task<Ok<ModerationCaseDto>> DecideAsync(
        Guid id,
        DecideCase decide,
        IfMatch match,
        ParticipationDb db,
        TenantClock clock,
        Caller caller,
        ModerationMetrics metrics,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                var seen = await db.ModerationCases.AsNoTracking().GetAsync(id, ct);
                // What it is about first: all who change it do so in this order.
                var held = seen is { Item: not ModeratedItem.Block, ContributionId: { } contribution }
                    ? await db.HoldItemOfCaseAsync(seen, contribution, caller, ct)
                    : null;
                var one = await db.ModerationCases.GetAsync(id, ct);
                match.Require(one);
                await db.ApplyAsync(one, decide, held, caller.Id, clock.GetUtcNow(), ct);
                metrics.Decided(clock.Slug, decide.Decision, one.Reason);
                return TypedResults.Ok(await db.ToDtoAsync(one, caller.Id, clock.GetUtcNow(), ct));
            },
            ct
        );

    static async Task<HeldItem> HoldItemOfCaseAsync(
        this ParticipationDb db,
        ModerationCase seen,
        Guid contribution,
        Caller caller,
        CancellationToken ct
    )
    {
        seen.RequireDecidable();
        return await db.HoldItemAsync(contribution, seen.Item == ModeratedItem.Comment ? seen.ItemId : null, caller, alone: true, ct);
    }

    /// <summary>Nothing is left of what was taken back.</summary>
    static void RequireDecidable(this ModerationCase one)
    {
        if (!one.IsOpen && one.Outcome != CaseOutcome.Hidden)
            throw new CaseIsDecided();
    }

    static async Task ApplyAsync(
        this ParticipationDb db,
        ModerationCase one,
        DecideCase decide,
        HeldItem? held,
        string caller,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var (outcome, act) = Effects[decide.Decision];
        if (one.IsOpen)
            one.Decide(outcome, caller, outcome == CaseOutcome.Hidden ? decide.Reason : null, Words.OrNull(decide.Text), now);
        else
            await db.RestoreAsync(one, decide.Decision, caller, now, ct);
        db.ModerationLog.Add(LogEntry.Of(one, act, now, caller));
        if (outcome == CaseOutcome.Restored)
            await db.UndoAsync(one, now, ct);
        if (held is not null && outcome == CaseOutcome.Hidden)
            await db.HideAsync(held, ct);
        if (held is not null && outcome is CaseOutcome.Published or CaseOutcome.Restored)
            await db.PublishAsync(held!, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Without an appeal; where there is one, that is decided.</summary>
    static async Task RestoreAsync(
        this ParticipationDb db,
        ModerationCase one,
        CaseDecision decision,
        string caller,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (one.Outcome != CaseOutcome.Hidden)
            throw new CaseIsDecided();
        if (
            decision != CaseDecision.Restore
            || await db.ModerationCases.AnyAsync(row => row.ItemId == one.ItemId && row.Outcome == null, ct)
        )
            throw new DecisionNotPossible();
        one.Restore(caller, now);
    }

    /// <summary>What was decided before does not hold any more.</summary>
    static async Task UndoAsync(this ParticipationDb db, ModerationCase one, DateTimeOffset now, CancellationToken ct)
    {
        if (one.Item == ModeratedItem.Block)
        {
            // A block that has run out meanwhile needs no lifting for the appeal to be right.
            if (await db.Blocks.SingleOrDefaultAsync(row => row.Id == one.ItemId, ct) is { } block && block.IsInForce(now))
                block.Lift(now);
        }
        else if (one.AppealOf is { } hidden)
            (await db.ModerationCases.GetAsync(hidden, ct)).Restore(one.DecidedBy!, now);
    }

    /// <summary>A moderator comes across something: it is hidden at once, by the case that is open about it or by one of its own.</summary>
    public static Task<Created<ModerationCaseDto>> HideAsync(
        HideItem hide,
        ParticipationDb db,
        TenantClock clock,
        Caller caller,
        ModerationMetrics metrics,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                var now = clock.GetUtcNow();
                var held = await db.HoldItemAsync(hide.ContributionId, hide.CommentId, caller, alone: true, ct);
                if (held.IsHidden)
                    throw new ItemIsHidden();
                var item = held.Item;
                var one =
                    await db.ModerationCases.SingleOrDefaultAsync(row => row.ItemId == item.Id && row.Outcome == null, ct)
                    ?? db.ModerationCases.Add(ModerationCase.Of(item, CaseKind.Found, now)).Entity;
                await db.ApplyAsync(one, new(CaseDecision.Hide, hide.Reason, hide.Text), held, caller.Id, now, ct);
                metrics.Decided(clock.Slug, CaseDecision.Hide, hide.Reason);
                return TypedResults.Created($"/api/v1/{clock.Slug}/moderation/{one.Id}", await db.ToDtoAsync(one, caller.Id, now, ct));
            },
            ct
        );
}
