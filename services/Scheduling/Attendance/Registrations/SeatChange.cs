using Integrationskonzept.Planning;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <summary>What becomes of a registration, under the event's lock.</summary>
sealed class SeatChange(SchedulingDb db, Allotment allotment, RegistrationViews views, Caller caller, TenantDirectory tenants, TenantContext tenant)
{
    public Task<Ok<RegistrationDto>> OfOwnAsync(Guid eventId, Guid id, Action<Registration, Allotment> change, CancellationToken ct) => OfAsync(eventId, id, async row =>
    {
        if (row.Subject != caller.Id) throw new NotYourRegistration();
        await RequireAheadAsync(ct);
        change(row, allotment);
    }, ct);

    public Task<Ok<RegistrationDto>> OfStaffAsync(Guid eventId, Guid id, Action<Registration, Allotment> change, CancellationToken ct) => OfAsync(eventId, id, async row =>
    {
        await RequireAheadAsync(ct);
        change(row, allotment);
        allotment.Remember(row);
    }, ct);

    /// <summary>Always possible, also a second time: nobody must stay registered. Only the staff takes a refusal back.</summary>
    public Task<Ok<RegistrationDto>> WithdrawAsync(Guid eventId, Guid id, CancellationToken ct) => OfAsync(eventId, id, row =>
    {
        if (row.State == RegistrationState.Refused && !caller.Has(Permissions.RegistrationsManage)) throw new RegistrationWasRefused();
        row.Withdraw();
        return Task.CompletedTask;
    }, ct);

    Task<Ok<RegistrationDto>> OfAsync(Guid eventId, Guid id, Func<Registration, Task> change, CancellationToken ct) => allotment.OfAsync(eventId, async () =>
    {
        var row = await db.FindAsync(eventId, id, caller, ct);
        await change(row);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await views.OfAsync(row, ct));
    }, ct);

    async Task RequireAheadAsync(CancellationToken ct)
    {
        allotment.Event.RequireAhead();
        if (allotment.Now >= allotment.Event.Start) throw new EventHasBegun((await CivilTime.OfAsync(tenants, tenant, ct)).Local(allotment.Event.Start));
    }
}

static class RegistrationQueries
{
    /// <summary>The registration; others' only for the staff.</summary>
    public static async Task<Registration> FindAsync(this SchedulingDb db, Guid eventId, Guid id, Caller caller, CancellationToken ct)
    {
        var row = await db.Registrations.SingleOrDefaultAsync(row => row.EventId == eventId && row.Id == id, ct);
        return row is not null && (row.Subject == caller.Id || caller.Has(Permissions.RegistrationsManage)) ? row : throw new NotFoundProblem();
    }
}
