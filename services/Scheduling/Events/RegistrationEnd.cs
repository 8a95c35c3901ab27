namespace Integrationskonzept.Scheduling.Events;

/// <summary>
/// When registration closes: as it was set, and with the event's start at the latest, also where the event was moved forward since.
/// </summary>
static class RegistrationEnd
{
    public static DateTimeOffset Find(DateTimeOffset closesAt, Event row) => closesAt < row.Start ? closesAt : row.Start;
}
