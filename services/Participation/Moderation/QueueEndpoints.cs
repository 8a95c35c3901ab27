using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Participation.Moderation;

/// <summary>What waits for moderators, and what they have decided.</summary>
static class QueueEndpoints
{
    public static void MapQueue(this IEndpointRouteBuilder app)
    {
        var cases = app.MapTenantApi("moderation", "Moderation").RequirePermission(Permissions.ModerationDecide);

        cases
            .MapGet("", ListAsync)
            .WithName("list-moderation-cases")
            .WithSummary("What waits for moderators, longest first: held, reported and appealed; or what was decided");

        cases
            .MapGet(
                "{id:guid}",
                async (Guid id, ParticipationDb db, TenantClock clock, Caller caller, CancellationToken ct) =>
                    TypedResults.Ok(
                        await db.ToDetailAsync(await db.ModerationCases.AsNoTracking().GetAsync(id, ct), caller, clock.GetUtcNow(), ct)
                    )
            )
            .WithName("get-moderation-case")
            .WithSummary("One case, with the text in its context, the reports, and what was done");

        cases
            .MapPost("", Decisions.HideAsync)
            .WithName("hide-item")
            .WithSummary("Hides a contribution or a comment that a moderator came across; its author is told why");

        cases
            .MapPost("{id:guid}/claim", ClaimAsync)
            .WithName("claim-moderation-case")
            .WithSummary("Says that the caller looks at it, for 30 minutes; a second time prolongs that, and another one is refused");

        cases.MapDelete("{id:guid}/claim", ReleaseAsync).WithName("release-moderation-case").WithSummary("Leaves it to others");

        cases
            .MapPost("{id:guid}/decision", Decisions.DecideAsync)
            .WithName("decide-moderation-case")
            .WithSummary("Decides: publish, hide, reject reports, restore, or reject the appeal");
    }

    static async Task<Page<ModerationCaseDto>> ListAsync(
        ParticipationDb db,
        [AsParameters] CasesWanted wanted,
        [AsParameters] PageRequest page,
        TenantClock clock,
        Caller caller,
        HttpContext http
    )
    {
        var cases = wanted.Filter(db.ModerationCases.AsNoTracking());
        var shown = wanted.IsDecided
            ? await cases.ToLatestPageAsync(page, http, row => row)
            : await cases.ToPageAsync(page, http, row => row);
        return new(await db.ToDtosAsync(shown.Items, caller.Id, clock.GetUtcNow(), http.RequestAborted), shown.Next);
    }

    /// <summary>Of two at once one is first; the other is told that it was taken.</summary>
    static Task<ModerationCase> HoldCaseAsync(this ParticipationDb db, Guid id, CancellationToken ct) =>
        db.ModerationCases.FromSql($"select * from moderation_cases where id = {id} for update").GetAsync(id, ct);

    static Task<Ok<ModerationCaseDto>> ClaimAsync(
        Guid id,
        ClaimCase claim,
        ParticipationDb db,
        TenantClock clock,
        Caller caller,
        IOptions<ModerationOptions> options,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                var (one, now) = (await db.HoldCaseAsync(id, ct), clock.GetUtcNow());
                var act = one.Claim(caller.Id, claim.TakeOver, now, options.Value.ClaimFor);
                db.ModerationLog.Add(LogEntry.Of(one, act, now, caller.Id));
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(await db.ToDtoAsync(one, caller.Id, now, ct));
            },
            ct
        );

    static Task<Ok<ModerationCaseDto>> ReleaseAsync(Guid id, ParticipationDb db, TenantClock clock, Caller caller, CancellationToken ct) =>
        db.InTransactionAsync(
            async () =>
            {
                var (one, now) = (await db.HoldCaseAsync(id, ct), clock.GetUtcNow());
                var wasClaimed = one.ClaimedBy == caller.Id;
                one.Release(caller.Id, now);
                if (wasClaimed)
                    db.ModerationLog.Add(LogEntry.Of(one, ModerationAct.Released, now, caller.Id));
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(await db.ToDtoAsync(one, caller.Id, now, ct));
            },
            ct
        );
}

/// <param name="TakeOver">Also if somebody else looks at it; all see that it was taken over.</param>
public sealed record ClaimCase(bool TakeOver = false);

/// <summary>Open, or decided.</summary>
public enum CaseState
{
    /// <summary>It waits.</summary>
    Open,

    /// <summary>It is decided.</summary>
    Decided,
}

/// <summary>Which cases are asked for.</summary>
public sealed class CasesWanted
{
    /// <summary>Those of this kind.</summary>
    public Named<CaseKind>? CaseKind { get; init; }

    /// <summary>Those that wait, if not said; or those that are decided.</summary>
    public Named<CaseState>? CaseState { get; init; }

    /// <summary>Those about a contribution, a comment or a block.</summary>
    public Named<ModeratedItem>? Item { get; init; }

    internal bool IsDecided => CaseState?.Value == Moderation.CaseState.Decided;

    internal IQueryable<ModerationCase> Filter(IQueryable<ModerationCase> rows)
    {
        rows = IsDecided ? rows.Where(row => row.Outcome != null) : rows.Where(row => row.Outcome == null);
        if (CaseKind is { } kind)
            rows = rows.Where(row => row.Kind == kind.Value);
        if (Item is { } item)
            rows = rows.Where(row => row.Item == item.Value);
        return rows;
    }
}
