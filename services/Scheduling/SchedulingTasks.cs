using Integrationskonzept.Scheduling.Attendance.CheckIns;
using Integrationskonzept.Scheduling.Attendance.Polls;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Attendance.Registrations.Waitlist;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Programme.Plans;
using Integrationskonzept.ServiceDefaults.Tasks;

namespace Integrationskonzept.Scheduling;

/// <summary>What the slices say is to be done.</summary>
static class SchedulingTasks
{
    public static void AddSchedulingTasks(this IServiceCollection services) =>
        services
            .AddTasks<PlansToPropose>()
            .AddTasks<PlansToConfirm>()
            .AddTasks<PollsToDecide>()
            .AddTasks<VenuesToFind>()
            .AddTasks<ModeratorsToFind>()
            .AddTasks<RegistrationsToApprove>()
            .AddTasks<EventsToHold>()
            .AddTasks<OffersToAccept>()
            .AddTasks<PollsToAnswer>();
}
