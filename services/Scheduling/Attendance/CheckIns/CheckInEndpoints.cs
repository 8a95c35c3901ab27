using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.CheckIns;

static class CheckInEndpoints
{
    public static void AddCheckIns(this WebApplicationBuilder builder) =>
        builder.Services.AddScoped<DoorKeeper>().AddScoped<Turnout>().AddSingleton<ScanMetrics>();

    public static void MapCheckIns(this IEndpointRouteBuilder app)
    {
        app.MapTickets();
        app.MapHolding();
        var lists = app.MapTenantApi("events/{eventId:guid}/check-in-lists", "Check-in");

        lists
            .MapGet(
                "",
                async (Guid eventId, SchedulingDb db, CancellationToken ct) =>
                {
                    await db.Events.AsNoTracking().GetAsync(eventId, ct);
                    return TypedResults.Ok(
                        await db
                            .CheckInLists.AsNoTracking()
                            .Where(row => row.EventId == eventId)
                            .OrderBy(row => row.Id)
                            .Take(CheckInTables.MostLists)
                            .Select(row => new CheckInListDto(
                                row.Id,
                                row.Version,
                                row.Name,
                                db.CheckIns.Count(scan => scan.ListId == row.Id)
                            ))
                            .ToListAsync(ct)
                    );
                }
            )
            .RequirePermission(Permissions.CheckInsMake)
            .WithName("list-check-in-lists")
            .WithSummary("The lists on which people are checked in, with how many came");

        lists
            .MapPost("", AddAsync)
            .RequirePermission(Permissions.RegistrationsManage)
            .WithName("add-check-in-list")
            .WithSummary("Adds a list: an entrance, a working group, the afternoon");

        lists
            .MapPut(
                "{id:guid}",
                async (Guid eventId, Guid id, NameCheckInList name, IfMatch match, SchedulingDb db, CancellationToken ct) =>
                {
                    var list = await db.FindListAsync(eventId, id, ct);
                    match.Require(list);
                    list.Name = name.Name.Trim();
                    await db.SaveChangesAsync(ct);
                    return TypedResults.Ok(
                        new CheckInListDto(list.Id, list.Version, list.Name, await db.CheckIns.CountAsync(scan => scan.ListId == id, ct))
                    );
                }
            )
            .RequirePermission(Permissions.RegistrationsManage)
            .WithName("rename-check-in-list")
            .WithSummary("Renames a list");

        lists
            .MapDelete(
                "{id:guid}",
                (Guid eventId, Guid id, SchedulingDb db, CancellationToken ct) =>
                    db.InTransactionAsync(
                        async () =>
                        {
                            var list = await db.LockListAsync(eventId, id, ct);
                            if (await db.CheckIns.AnyAsync(scan => scan.ListId == id, ct))
                                throw new ListInUse();
                            db.CheckInLists.Remove(list);
                            await db.SaveChangesAsync(ct);
                            return TypedResults.NoContent();
                        },
                        ct
                    )
            )
            .RequirePermission(Permissions.RegistrationsManage)
            .WithName("delete-check-in-list")
            .WithSummary("Removes a list on which nobody was checked in");

        lists
            .MapGet("{id:guid}/people", PeopleAsync)
            .RequirePermission(Permissions.CheckInsMake)
            .WithName("list-expected")
            .WithSummary("Who is expected, and who came: what a helper's device keeps for when the network drops");

        lists
            .MapPost(
                "{id:guid}/scans",
                (Guid eventId, Guid id, SendScans scans, DoorKeeper door, CancellationToken ct) =>
                    door.TakeAsync(eventId, id, scans.Items, ct)
            )
            .RequirePermission(Permissions.CheckInsMake)
            .WithName("send-scans")
            .WithSummary("Checks people in: one at the door, or all that a device kept without network; sent again, nothing changes");

        lists
            .MapDelete(
                "{id:guid}/people/{registrationId:guid}",
                (Guid eventId, Guid id, Guid registrationId, DoorKeeper door, CancellationToken ct) =>
                    door.UndoAsync(eventId, id, registrationId, ct)
            )
            .RequirePermission(Permissions.RegistrationsManage)
            .WithName("undo-check-in")
            .WithSummary("Takes a mistaken check-in back");
    }

    static Task<Created<CheckInListDto>> AddAsync(
        Guid eventId,
        NameCheckInList name,
        SchedulingDb db,
        TenantContext tenant,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                // The event's row is locked, so that two at once can't make one list too many.
                _ =
                    await db.Events.FromSql($"select * from events where id = {eventId} for update").AsNoTracking().SingleOrDefaultAsync(ct)
                    ?? throw new NotFoundProblem();
                if (await db.CheckInLists.CountAsync(row => row.EventId == eventId, ct) >= CheckInTables.MostLists)
                    throw new TooManyLists();
                var list = new CheckInList { EventId = eventId, Name = name.Name.Trim() };
                db.CheckInLists.Add(list);
                await db.SaveChangesAsync(ct);
                return TypedResults.Created(
                    $"/api/v1/{tenant.Required}/events/{eventId}/check-in-lists/{list.Id}",
                    new CheckInListDto(list.Id, list.Version, list.Name, 0)
                );
            },
            ct
        );

    static async Task<Page<ExpectedDto>> PeopleAsync(
        Guid eventId,
        Guid id,
        SchedulingDb db,
        TenantClock clock,
        [AsParameters] PageRequest page,
        HttpContext http
    )
    {
        var ct = http.RequestAborted;
        await db.FindListAsync(eventId, id, ct);
        var time = await clock.CivilTimeAsync(ct);
        var came = await db
            .CheckIns.AsNoTracking()
            .Where(scan => scan.ListId == id)
            .ToDictionaryAsync(scan => scan.RegistrationId, scan => time.Local(scan.At), ct);
        return await db
            .Registrations.AsNoTracking()
            .Where(row => row.EventId == eventId && row.State == RegistrationState.Confirmed)
            .ToPageAsync(
                page,
                http,
                row => new ExpectedDto(
                    row.Id,
                    row.Name,
                    row.Group,
                    row.Organisation,
                    Ticket.HashOf(row),
                    came.TryGetValue(row.Id, out var at) ? at : null
                )
            );
    }
}
