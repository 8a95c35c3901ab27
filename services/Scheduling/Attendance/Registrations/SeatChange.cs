using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Attendance.Registrations.Waitlist;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <summary>What becomes of a registration, under the event's lock.</summary>
sealed class SeatChange(SchedulingDb db, Allotment allotment, RegistrationViews views, Caller caller, TenantClock clock)
{
    public Task<Ok<RegistrationDto>> ChangeOwnAsync(Guid eventId, Guid id, Action<Registration, Allotment> change, CancellationToken ct) =>
        ChangeAsync(
            eventId,
            id,
            async row =>
            {
                if (row.Subject != caller.Id)
                    throw new NotYourRegistration();
                await RequireAheadAsync(ct);
                change(row, allotment);
            },
            ct
        );

    public Task<Ok<RegistrationDto>> ChangeForStaffAsync(
        Guid eventId,
        Guid id,
        Action<Registration, Allotment> change,
        CancellationToken ct
    ) =>
        ChangeAsync(
            eventId,
            id,
            async row =>
            {
                await RequireAheadAsync(ct);
                change(row, allotment);
                allotment.Remember(row);
            },
            ct
        );

    /// <summary>Always possible, also a second time: nobody must stay registered. Only the staff takes a refusal back.</summary>
    public Task<Ok<RegistrationDto>> WithdrawAsync(Guid eventId, Guid id, CancellationToken ct) =>
        ChangeAsync(
            eventId,
            id,
            row =>
            {
                if (row.State == RegistrationState.Refused && !caller.Has(Permissions.RegistrationsManage))
                    throw new RegistrationWasRefused();
                row.Withdraw();
                return Task.CompletedTask;
            },
            ct
        );

    Task<Ok<RegistrationDto>> ChangeAsync(Guid eventId, Guid id, Func<Registration, Task> change, CancellationToken ct) =>
        allotment.UnderLockAsync(
            eventId,
            async () =>
            {
                var row = await db.FindAsync(eventId, id, caller, ct);
                await change(row);
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(await views.ViewAsync(row, ct));
            },
            ct
        );

    async Task RequireAheadAsync(CancellationToken ct)
    {
        allotment.Event.RequireAhead();
        if (allotment.Now >= allotment.Event.Start)
            throw new EventHasBegun((await clock.CivilTimeAsync(ct)).Local(allotment.Event.Start));
    }
}
