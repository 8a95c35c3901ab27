using System.Diagnostics.Metrics;

namespace Integrationskonzept.Identity.Browsers;

/// <summary>Sign-ins that were refused; a rise shows someone trying passwords.</summary>
sealed class SignInMetrics(IMeterFactory meters)
{
    readonly Counter<long> refused = meters.Create("Integrationskonzept.Identity").CreateCounter<long>("signins.refused");

    /// <param name="limited">Without a look at what was guessed, as there were too many guesses.</param>
    public void Refused(bool limited) => refused.Add(1, new KeyValuePair<string, object?>("limited", limited));
}
