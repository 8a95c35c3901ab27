using Integrationskonzept.Scheduling.Events;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <summary>Where somebody joins online: whoever takes part learns it, nobody else.</summary>
static class OnlineAccess
{
    public static string? OnlineUrlFor(this Event row, Registration? registration) =>
        registration?.State == RegistrationState.Confirmed ? row.Description.OnlineUrl : null;
}
