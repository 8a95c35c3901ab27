using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Integrationskonzept.Scheduling.Programme.Meetings;

static class MeetingEndpoints
{
    public static void MapMeetings(this IEndpointRouteBuilder app)
    {
        var meetings = app.MapTenantApi("meetings", "Meetings");

        meetings
            .MapGet(
                "",
                async (SchedulingDb db, [AsParameters] PageRequest page, HttpContext http) =>
                    await db.Meetings.AsNoTracking().ToPageAsync(page, http, MeetingDto.From)
            )
            .RequirePermission(Permissions.PlansRead)
            .WithName("list-meetings")
            .WithSummary("Meetings of the organizations, as entered");

        meetings
            .MapPost(
                "",
                async (SetMeeting wish, SchedulingDb db, TenantClock clock, CancellationToken ct) =>
                {
                    await RequireOrganizationAsync(wish, clock, ct);
                    var row = db.Add(new Meeting { Organization = wish.Organization, On = wish.On }).Entity;
                    await SaveAsync(db, ct);
                    return TypedResults.Created($"/api/v1/{clock.Slug}/meetings/{row.Id}", MeetingDto.From(row));
                }
            )
            .RequirePermission(Permissions.MeetingsWrite)
            .WithName("add-meeting")
            .WithSummary("Enters a meeting, so that plans can be counted back from it");

        meetings
            .MapPut(
                "{id:guid}",
                async (Guid id, SetMeeting wish, IfMatch match, SchedulingDb db, TenantClock clock, CancellationToken ct) =>
                {
                    await RequireOrganizationAsync(wish, clock, ct);
                    var row = await db.Meetings.GetAsync(id, ct);
                    match.Require(row);
                    (row.Organization, row.On) = (wish.Organization, wish.On);
                    await SaveAsync(db, ct);
                    return TypedResults.Ok(MeetingDto.From(row));
                }
            )
            .RequirePermission(Permissions.MeetingsWrite)
            .WithName("change-meeting")
            .WithSummary("Moves a meeting; plans that were counted back from it stay as they are");

        meetings
            .MapDelete(
                "{id:guid}",
                async (Guid id, SchedulingDb db, CancellationToken ct) =>
                {
                    db.Remove(await db.Meetings.GetAsync(id, ct));
                    await db.SaveChangesAsync(ct);
                    return TypedResults.NoContent();
                }
            )
            .RequirePermission(Permissions.MeetingsWrite)
            .WithName("delete-meeting")
            .WithSummary("Removes a meeting");
    }

    static async Task RequireOrganizationAsync(SetMeeting wish, TenantClock clock, CancellationToken ct)
    {
        if ((await clock.LandkreisAsync(ct)).Organizations.All(organization => organization.Key != wish.Organization))
            throw new OrganizationUnknown(wish.Organization);
    }

    static async Task SaveAsync(SchedulingDb db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException failure)
            when (failure.InnerException
                    is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: MeetingTable.Once }
            )
        {
            throw new MeetingKnown();
        }
    }
}
