using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Resources;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Programme.Plans;

/// <summary>What has changed since the plan was made.</summary>
public sealed record Replan
{
    /// <summary>
    /// Why, in words for everybody: those whose event moves are told it. Needed for a confirmed plan. No names of private people.
    /// </summary>
    [MaxLength(1000)]
    public string? Reason { get; init; }

    /// <summary>Further days without events.</summary>
    [MaxLength(500)]
    public IReadOnlyList<DateOnly> BlockedDates { get; init; } = [];

    /// <summary>Venues and moderators that can't be had, in addition to what is on file about them.</summary>
    [MaxLength(100)]
    public IReadOnlyList<Absence> Unavailable { get; init; } = [];

    /// <summary>Events that must stay where they are; those that were held always do.</summary>
    [MaxLength(500)]
    public IReadOnlyList<Guid> Pinned { get; init; } = [];

    /// <summary>First day to which events may move; tomorrow for a confirmed plan, if not said. What lies before stays.</summary>
    public DateOnly? NotBefore { get; init; }
}

/// <param name="Id">The venue or moderator.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record Absence(Guid Id, DateOnly From, DateOnly To);

/// <summary>Plans anew from a plan that is there: as few events as possible move, and as little as possible.</summary>
static class Replanning
{
    public static async Task<Created<PlanDto>> ReplanAsync(
        Guid id,
        Replan change,
        SchedulingDb db,
        PlanInputs inputs,
        ProposalMetrics metrics,
        TenantClock clock,
        CancellationToken ct
    )
    {
        var plan = await db.Plans.AsNoTracking().GetAsync(id, ct);
        var time = await clock.CivilTimeAsync(ct);
        var now = clock.GetUtcNow();
        if (plan.State == PlanState.Superseded)
            throw new PlanSuperseded();
        var binding = plan.State == PlanState.Confirmed;
        if (binding && Words.OrNull(change.Reason) is null)
            throw new ReasonMissing();
        if (change.Unavailable.Any(row => row.To < row.From))
            throw new RangeWrong();

        var (was, held) = binding ? await CurrentAsync(plan, db, ct) : (plan.Events, []);
        var today = await clock.TodayAsync(ct);
        var first = change.NotBefore ?? (binding && today >= plan.Terms.From ? today.AddDays(1) : plan.Terms.From);
        var terms = plan.Terms with { BlockedDates = [.. plan.Terms.BlockedDates.Union(change.BlockedDates)] };
        var mandate = await db.Mandates.AsNoTracking().GetAsync(plan.MandateId, ct);
        var request = await inputs.GatherAsync(mandate, terms, time, ct, [.. was.Select(row => row.Id)]);
        request = request with
        {
            From = first < terms.From ? terms.From : first,
            Venues = Without(request.Venues, change),
            Moderators = Without(request.Moderators, change),
            Previous =
            [
                .. was.Select(row => new PreviousEvent(
                    row.Id,
                    row.AsProposed(time, request),
                    held.Contains(row.Id) || change.Pinned.Contains(row.Id) || row.Slot.Day < first,
                    NeedOf(row, terms)
                )),
            ],
        };
        var outcome = metrics.Measure(() => Planner.Propose(request));
        if (outcome is PlanRefusal refusal)
            throw refusal.Why;

        var anew = new Plan
        {
            MandateId = plan.MandateId,
            Terms = terms,
            Budget = plan.Budget,
            CreatedAt = now,
            Replaces = binding ? plan.Id : null,
            Was = was,
            Reason = Words.OrNull(change.Reason),
        };
        anew.Take((PlanProposal)outcome, time);
        db.Plans.Add(anew);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/{clock.Slug}/plans/{anew.Id}", PlanDto.From(anew, time));
    }

    /// <summary>
    /// Makes what was planned anew binding: events move, everybody learns why, bookings follow, and the new terms hold from now on.
    /// </summary>
    public static async Task ApplyAsync(
        Plan plan,
        Plan before,
        SchedulingDb db,
        EventRooms rooms,
        Outbox outbox,
        EventNews news,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        before.Supersede();
        foreach (var planned in plan.Events.OrderBy(row => row.Id))
            await db.LockRegistrationAsync(planned.Id, ct);
        var events = await db
            .Events.Where(row => row.PlanId == before.Id && row.State != EventState.Cancelled)
            .ToDictionaryAsync(row => row.Id, ct);
        var (changed, moved) = (new List<Event>(), new List<Event>());
        foreach (var planned in plan.Events)
        {
            var was = plan.Was!.Single(row => row.Id == planned.Id);
            // Moved, cancelled or held since: then the coordinator has seen another plan than would come of it.
            if (
                !events.TryGetValue(planned.Id, out var row)
                || row.Start != was.Slot.Start
                || row.End != was.Slot.End
                || row.VenueId != was.VenueId
                || row.ModeratorId != was.ModeratorId
            )
                throw new PlanOutdated(planned.Title);
            if (!planned.DiffersFrom(was))
                continue;
            var visible = planned.Slot != was.Slot || planned.Venue != was.Venue;
            if (visible)
            {
                outbox.Add(row, row.Reschedule(planned.Slot, planned.Venue, plan.Reason!, now));
                moved.Add(row);
            }
            row.Book(planned.VenueId, planned.ModeratorId);
            changed.Add(row);
        }
        if (events.Count != plan.Events.Count)
            throw new PlanOutdated(before.Events[0].Title);
        foreach (var row in await db.Events.Where(row => row.PlanId == before.Id).ToListAsync(ct))
            row.Follow(plan.Id);
        await rooms.BookAsync(changed, ct);
        await db.SaveOnFreeDaysAsync(ct);
        foreach (var row in moved)
            await news.ChangedAsync(row, ct);
    }

    /// <summary>The events of a binding plan as they are now, without those that were cancelled, and which of them were held.</summary>
    static async Task<(List<PlannedEvent> Events, HashSet<Guid> Held)> CurrentAsync(Plan plan, SchedulingDb db, CancellationToken ct)
    {
        var rows = await db
            .Events.AsNoTracking()
            .Where(row => row.PlanId == plan.Id && row.State != EventState.Cancelled)
            .OrderBy(row => row.Start)
            .ToListAsync(ct);
        return (
            [
                .. rows.Select(row => new PlannedEvent(
                    row.Id,
                    row.Kind,
                    row.Title,
                    row.TopicAreaKey,
                    row.TopicArea,
                    row.Step,
                    new(row.Day, row.Start, row.End),
                    row.Venue,
                    row.Cost
                )
                {
                    VenueId = row.VenueId,
                    ModeratorId = row.ModeratorId,
                    Participants = row.Participants,
                }),
            ],
            [.. rows.Where(row => row.State == EventState.Held).Select(row => row.Id)]
        );
    }

    /// <summary>Who was given a venue or a moderator by hand keeps needing one.</summary>
    static Need NeedOf(PlannedEvent row, PlanTerms terms)
    {
        var need = terms.NeedOf(row.Kind);
        return need with
        {
            Participants = row.VenueId is null ? need.Participants : row.Participants ?? need.Participants ?? 1,
            Moderated = need.Moderated || row.ModeratorId is not null,
            KeepsEstimate = !need.IsPriced,
        };
    }

    static List<PlanResource> Without(IReadOnlyList<PlanResource> resources, Replan change) =>
        [
            .. resources.Select(one =>
                one with
                {
                    Away =
                    [
                        .. one.Away,
                        .. change.Unavailable.Where(row => row.Id == one.Id).Select(row => new DayRange(row.From, row.To)),
                    ],
                }
            ),
        ];
}

/// <summary>It is not the plan that binds any more.</summary>
public sealed class PlanSuperseded()
    : ConflictProblem(
        "plan-superseded",
        new("An die Stelle dieses Plans ist ein neuerer getreten.", "A later plan has taken the place of this one.")
    );

/// <summary>Something happened since the proposal was made.</summary>
public sealed class PlanOutdated(string title)
    : ConflictProblem(
        "plan-outdated",
        new(
            $"Seit diesem Vorschlag hat sich der Plan geändert („{title}“). Planen Sie noch einmal neu.",
            $"The plan has changed since this proposal (\"{title}\"). Plan anew once more."
        )
    );

/// <summary>Those whose event moves are told why.</summary>
public sealed class ReasonMissing()
    : InvalidFieldProblem(
        "reason",
        new("Nennen Sie den Grund: alle Eingeladenen erfahren ihn.", "Give the reason: all who are invited learn of it.")
    );
