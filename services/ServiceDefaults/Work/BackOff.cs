namespace Integrationskonzept.ServiceDefaults.Work;

/// <summary>When to try again what failed: soon, then later each time, up to a limit.</summary>
/// <param name="First">Pause after the first failure; it doubles with each.</param>
/// <param name="Longest">No pause is longer.</param>
public readonly record struct BackOff(TimeSpan First, TimeSpan Longest)
{
    const int MostDoublings = 20;

    /// <summary>The pause after so many failures in a row.</summary>
    public TimeSpan After(int failures)
    {
        var pause = First * Math.Pow(2, Math.Clamp(failures - 1, 0, MostDoublings));
        return pause < Longest ? pause : Longest;
    }
}
