using System.Diagnostics.Metrics;

namespace Integrationskonzept.Scheduling.Attendance.CheckIns;

/// <summary>What operators see of the doors: how many are scanned, by Landkreis and outcome; never who.</summary>
public sealed class ScanMetrics(IMeterFactory meters)
{
    readonly Counter<long> scans = meters
        .Create("Integrationskonzept.Scheduling")
        .CreateCounter<long>("scans", description: "Scans at the door, by what became of them");

    public void Scanned(string tenant, ScanResult result) =>
        scans.Add(1, new("tenant", tenant), new("outcome", result.Problem?.Type ?? result.Outcome.ToString()));
}
