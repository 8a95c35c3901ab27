using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Mandates;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Polls;

static class PollEndpoints
{
    public static void AddPolls(this WebApplicationBuilder builder) =>
        builder.Services.AddScoped<PollViews>().AddScoped<PollLinks>().AddScoped<PollDecision>();

    public static void MapPolls(this IEndpointRouteBuilder app)
    {
        var polls = app.MapTenantApi("polls", "Polls");
        polls.MapPollAnswers();
        polls.MapPollInvitations();
        app.MapPollLinks();

        polls
            .MapGet(
                "",
                async (SchedulingDb db, PollViews views, [AsParameters] PageRequest page, HttpContext http) =>
                    await views.PageAsync(db.Polls.AsNoTracking(), page, http)
            )
            .RequirePermission(Permissions.PlansRead)
            .WithName("list-polls")
            .WithSummary("Polls, oldest first, with what was answered so far");

        polls
            .MapGet(
                "{id:guid}",
                async (Guid id, SchedulingDb db, PollViews views, CancellationToken ct) =>
                    await views.OkAsync(await db.Polls.AsNoTracking().GetAsync(id, ct), ct)
            )
            .RequirePermission(Permissions.PlansRead)
            .WithName("get-poll")
            .WithSummary("One poll, with what was answered so far");

        polls.MapPost("", OpenAsync).RequirePermission(Permissions.PollsManage).WithName("open-poll").WithSummary("Asks who can come when");

        polls
            .MapPut(
                "{id:guid}",
                (Guid id, ChangePoll change, IfMatch match, SchedulingDb db, PollViews views, TimeProvider clock, CancellationToken ct) =>
                    db.InTransactionAsync(
                        async () =>
                        {
                            var row = await db.LockPollAsync(id, ct);
                            match.Require(row);
                            row.Extend(change.Deadline, clock.GetUtcNow());
                            row.Title = change.Title.Trim();
                            await db.SaveChangesAsync(ct);
                            return await views.OkAsync(row, ct);
                        },
                        ct
                    )
            )
            .RequirePermission(Permissions.PollsManage)
            .WithName("change-poll")
            .WithSummary("Changes title and deadline");

        polls
            .MapPost("{id:guid}/decide", DecideAsync)
            .RequirePermission(Permissions.PlansWrite)
            .WithName("decide-poll")
            .WithSummary("Chooses a date: it becomes a confirmed event; also before the deadline");

        polls
            .MapPost(
                "{id:guid}/withdraw",
                (Guid id, SchedulingDb db, PollViews views, CancellationToken ct) =>
                    db.InTransactionAsync(
                        async () =>
                        {
                            var row = await db.LockPollAsync(id, ct);
                            row.Withdraw();
                            await db.SaveChangesAsync(ct);
                            return await views.OkAsync(row, ct);
                        },
                        ct
                    )
            )
            .RequirePermission(Permissions.PollsManage)
            .WithName("withdraw-poll")
            .WithSummary("Calls a poll off");
    }

    static async Task<Created<PollDto>> OpenAsync(OpenPoll wish, SchedulingDb db, PollViews views, TenantClock clock, CancellationToken ct)
    {
        var mandate =
            await db.Mandates.AsNoTracking().SingleOrDefaultAsync(row => row.Id == wish.MandateId, ct) ?? throw new MandateUnknown();
        mandate.TitleOf(wish.TopicAreaKey);
        var row = Poll.Open(wish, await clock.CivilTimeAsync(ct), clock.GetUtcNow());
        db.Polls.Add(row);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/{clock.Slug}/polls/{row.Id}", (await views.OkAsync(row, ct)).Value);
    }

    static Task<Ok<PollDto>> DecideAsync(
        Guid id,
        DecidePoll decide,
        IfMatch match,
        SchedulingDb db,
        Outbox outbox,
        PollViews views,
        PollDecision decision,
        EventRooms rooms,
        TenantClock clock,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                var poll = await db.LockPollAsync(id, ct);
                var now = clock.GetUtcNow();
                match.Require(poll);
                var eventId = SequentialId.Next();
                var slot = poll.Decide(decide.Option, eventId, now).Slot;
                var mandate = await db.Mandates.AsNoTracking().GetAsync(poll.MandateId, ct);
                await db.RequireFreeDaysAsync([slot.Day], [], ct);
                var row = poll.Schedule(eventId, mandate, slot, now);
                await rooms.BookAsync(row, decide.VenueId, decide.ModeratorId, await clock.CivilTimeAsync(ct), ct);
                db.Events.Add(row);
                outbox.Add(row, row.Scheduled);
                await db.SaveOnFreeDaysAsync(ct);
                await decision.TellAsync(poll, decide.Option, ct);
                return await views.OkAsync(poll, ct);
            },
            ct
        );
}

/// <summary>Polls with their answers, in the tenant's time.</summary>
sealed class PollViews(SchedulingDb db, TenantClock clock)
{
    public async Task<Ok<PollDto>> OkAsync(Poll row, CancellationToken ct) =>
        TypedResults.Ok(PollDto.From(row, (await AnswersAsync([row.Id], ct))[row.Id].ToList(), await TimeAsync(ct)));

    public async Task<Page<PollDto>> PageAsync(IQueryable<Poll> polls, PageRequest page, HttpContext http)
    {
        var time = await TimeAsync(http.RequestAborted);
        var rows = await polls.ToPageAsync(page, http, row => row);
        var answers = await AnswersAsync([.. rows.Items.Select(row => row.Id)], http.RequestAborted);
        return new([.. rows.Items.Select(row => PollDto.From(row, answers[row.Id].ToList(), time))], rows.Next);
    }

    ValueTask<CivilTime> TimeAsync(CancellationToken ct) => clock.CivilTimeAsync(ct);

    async Task<ILookup<Guid, Dictionary<int, Availability>>> AnswersAsync(Guid[] polls, CancellationToken ct) =>
        (
            await db
                .PollAnswers.AsNoTracking()
                .Where(row => polls.Contains(row.PollId))
                .Select(row => new { row.PollId, row.Dates })
                .ToListAsync(ct)
        ).ToLookup(row => row.PollId, row => row.Dates);
}
