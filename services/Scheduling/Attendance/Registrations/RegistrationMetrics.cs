using System.Diagnostics.Metrics;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <summary>What operators see of registration: how many register, by Landkreis and state; never who.</summary>
public sealed class RegistrationMetrics
{
    readonly Counter<long> registrations,
        offersLapsed;

    public RegistrationMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Integrationskonzept.Scheduling");
        registrations = meter.CreateCounter<long>("registrations", description: "Registrations, by the state in which they began");
        offersLapsed = meter.CreateCounter<long>("offers.lapsed", description: "Seats that were offered and not taken in time");
    }

    public void Registered(string tenant, RegistrationState state) =>
        registrations.Add(1, new("tenant", tenant), new("state", state.ToString()));

    public void OfferLapsed(string tenant) => offersLapsed.Add(1, new KeyValuePair<string, object?>("tenant", tenant));
}
