using System.Diagnostics.Metrics;
using Integrationskonzept.Scheduling.Attendance.CheckIns;
using Integrationskonzept.Scheduling.Attendance.Registrations;

namespace Integrationskonzept.Scheduling;

/// <summary>What operators see of events: how many register and are checked in, by Landkreis and outcome; never who.</summary>
public sealed class SchedulingMetrics
{
    readonly Counter<long> registrations, offersLapsed, scans;

    public SchedulingMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Integrationskonzept.Scheduling");
        registrations = meter.CreateCounter<long>("registrations", description: "Registrations, by the state in which they began");
        offersLapsed = meter.CreateCounter<long>("offers.lapsed", description: "Seats that were offered and not taken in time");
        scans = meter.CreateCounter<long>("scans", description: "Scans at the door, by what became of them");
    }

    public void Registered(string tenant, RegistrationState state) => registrations.Add(1, new("tenant", tenant), new("state", state.ToString()));

    public void OfferLapsed(string tenant) => offersLapsed.Add(1, new KeyValuePair<string, object?>("tenant", tenant));

    public void Scanned(string tenant, ScanResult result) => scans.Add(1, new("tenant", tenant), new("outcome", result.Problem?.Type ?? result.Outcome.ToString()));
}
